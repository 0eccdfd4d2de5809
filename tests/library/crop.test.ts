import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { derivePicture } from '../../electron/library/derive/picture.ts'
import { peekPicture } from '../../electron/library/peek.ts'
import { makeRoom, type TestRoom } from './open-room.ts'

/** A part of a picture alone, and the whole of it for the eyes of whoever crops it. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

/** Red on the left, blue on the right. */
async function halves(width = 800, height = 400): Promise<Buffer> {
  const blue = await sharp({ create: { width: width / 2, height, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: blue, left: width / 2, top: 0 }])
    .jpeg({ quality: 95 })
    .toBuffer()
}

test('of what is cut away no pixel is in the derived picture, and the part is as large as the wall can use', async () => {
  const made = await derivePicture(await halves(), 400, { crop: { x: 0.55, y: 0, width: 0.45, height: 1 } })
  if (!made.ok) throw new Error(made.message)
  expect(made.media).toMatchObject({ cropped: true, width: 360, height: 400 })
  const { data } = await sharp(made.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const reds = data.filter((value, at) => at % 3 === 0 && value > 60)
  expect(reds.length).toBe(0)
})

const PHOTO = (more: string) =>
  `---\nalt: A platform.\npeople: none\nsource: Trips\ncaptured: 2026-02-09\nevidence: research\n${more}---\n\nNobody there.\n`

test('another part is another file, and the place that matters is one of the part', async () => {
  room = await makeRoom({ 'photos/a.md': PHOTO('focal: 75% 50%\n'), 'photos/a.jpg': await halves() })
  await room.index()
  const whole = room.reader.item('photos/a')
  await room.put({ 'photos/a.md': PHOTO('focal: 75% 50%\ncrop: 50% 0% 50% 100%\n') })
  await room.index()
  const part = room.reader.item('photos/a')
  expect(part?.body).toMatchObject({
    crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
    focal: { x: 0.5, y: 0.5 },
  })
  expect(part?.media['picture']).toMatchObject({ cropped: true })
  expect(part?.media['picture']?.hash).not.toBe(whole?.media['picture']?.hash)
  expect(room.reader.media(whole?.media['picture']?.hash ?? '')).toBeUndefined()
})

test('a cut that nobody can read withholds it: it may be there for somebody’s sake', async () => {
  room = await makeRoom({ 'photos/a.md': PHOTO('crop: without her\n'), 'photos/a.jpg': await halves() })
  await room.index()
  const [card] = room.reader.cards()
  expect(card?.facts.withheldBecause).toContain('cut away')
  expect(room.reader.item('photos/a')?.media).toEqual({})
})

test('a peek is small, whole and upright; it reads photographs of the folder and nothing else', async () => {
  room = await makeRoom({ 'photos/a.jpg': await halves(3_000, 1_500), 'room.yaml': 'name: Peeks\n' })
  const seen = await peekPicture(room.folder, 'photos/a.jpg')
  expect(seen).toMatchObject({
    ok: true,
    width: 1_200,
    height: 600,
    original: { width: 3_000, height: 1_500 },
  })
  for (const path of ['room.yaml', '../a.jpg', 'photos/none.jpg', 'photos'])
    expect(await peekPicture(room.folder, path)).toMatchObject({ ok: false })
})
