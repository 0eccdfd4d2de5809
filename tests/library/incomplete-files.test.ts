import { open, readFile, stat, truncate } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { CALL, makeRoom, personaFile, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

/** Writes as Samba does: the whole size is set aside first, the bytes come in pieces with pauses between. */
async function writeSlowly(file: string, bytes: Uint8Array, pieces: number, pauseMs: number): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.truncate(bytes.length)
    const step = Math.ceil(bytes.length / pieces)
    for (let start = 0; start < bytes.length; start += step) {
      await handle.write(bytes.subarray(start, start + step), 0, undefined, start)
      await pause(pauseMs)
    }
  } finally {
    await handle.close()
  }
}

async function photograph(): Promise<Buffer> {
  const noise = {
    create: {
      width: 500,
      height: 400,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  } as const
  return sharp(noise).jpeg().toBuffer()
}

test('a picture that is copied slowly is never a problem, and is shown once its last byte is there', async () => {
  room = await makeRoom({ 'personas/ruth.md': personaFile('Ruth') })
  room.open()
  await room.until(() => room.ids().length === 1, 'the persona')
  const told: string[] = []
  room.reports.length = 0
  await writeSlowly(room.at('personas/ruth.jpg'), await photograph(), 8, 130)
  await room.until(() => {
    told.push(...room.told())
    return 'portrait' in (room.reader.item('personas/ruth')?.media ?? {})
  }, 'the portrait')
  expect(told.filter((line) => /error|warning/.test(line))).toEqual([])
  const media = room.reader.item('personas/ruth')?.media['portrait']
  const derived = await sharp(await readFile(room.reader.media(media?.hash ?? '')?.file ?? '')).stats()
  // The last rows are there too: noise, not the even grey of a decoder that gave up.
  expect(derived.channels.every(({ stdev }) => stdev > 10)).toBe(true)
})

test('a recording that is copied slowly has its whole length', async () => {
  room = await makeRoom(CALL)
  room.open()
  await room.until(() => room.reader.revision() > 0, 'a first scan')
  await writeSlowly(room.at('calls/lift.wav'), toneWav(3), 6, 130)
  await room.until(() => room.ids().length === 1, 'the call')
  expect(room.reader.item('calls/lift')?.media['audio']?.durationMs).toBe(3_000)
})

test('a table that is written in pieces never shows half a row', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, index) => `q${index},"What I said, number ${index}\nand more",2026-03-04,Card`,
  )
  const table = Buffer.from(`id,text,captured,source\n${rows.join('\n')}\n`)
  room = await makeRoom({ 'quotes/table.yaml': 'consent: {public_source: The annual report}\n' })
  room.open()
  await room.until(() => room.reader.revision() > 0, 'a first scan')
  await writeSlowly(room.at('quotes/table.csv'), table, 5, 120)
  await room.until(() => room.ids().length > 0, 'rows')
  expect(room.ids()).toHaveLength(40)
  expect(room.told().filter((line) => line.startsWith('error'))).toEqual([])
})

test('a picture that stays broken is told after some seconds, and the wall keeps what it had', async () => {
  const picture = await photograph()
  room = await makeRoom({ 'personas/ruth.md': personaFile('Ruth'), 'personas/ruth.jpg': picture })
  room.open()
  await room.until(() => 'portrait' in (room.reader.item('personas/ruth')?.media ?? {}), 'the portrait')
  await truncate(
    room.at('personas/ruth.jpg'),
    Math.round((await stat(room.at('personas/ruth.jpg'))).size / 2),
  )
  const took = await room.until(
    () => room.told().some((line) => line.includes('not complete yet, or it is damaged')),
    'the problem',
  )
  expect(took).toBeGreaterThan(2_000)
  expect(room.reader.item('personas/ruth')?.media).toHaveProperty('portrait')
  expect(room.told().join('\n')).toContain('The wall goes on showing the version of')
})

test('text whose end is still zeros is waited for', async () => {
  const whole = Buffer.from(quoteFile('It was worth waiting for the end of this sentence.'))
  room = await makeRoom({})
  room.open()
  await room.until(() => room.reader.revision() > 0, 'a first scan')
  await room.put({ 'quotes/a.md': Buffer.concat([whole.subarray(0, 120), Buffer.alloc(whole.length - 120)]) })
  // It was looked at and not read: another file, seen later, is on the wall.
  await room.put({ 'quotes/b.md': quoteFile('Read meanwhile.') })
  await room.until(() => room.ids().includes('quotes/b'), 'the quote that is whole')
  expect(room.ids()).toEqual(['quotes/b'])
  await room.put({ 'quotes/a.md': whole })
  await room.until(() => room.ids().length === 2, 'the quote')
  expect(JSON.stringify(room.reader.item('quotes/a'))).toContain('end of this sentence')
})
