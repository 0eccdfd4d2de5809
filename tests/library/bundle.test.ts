import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync, inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runBundle } from '../../electron/bundle/bundle.ts'
import { makeExportWatch } from '../../electron/bundle/export-watch.ts'
import { makeBundle, NothingPublic } from '../../electron/bundle/make-bundle.ts'
import { BadBundle, MANIFEST, readManifest } from '../../electron/bundle/manifest.ts'
import { openBundle } from '../../electron/bundle/open-bundle.ts'
import { createHost } from '../../electron/host.ts'
import { checkRoom } from '../../electron/library/check.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import { openRoomIndex } from '../../electron/room-index.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { fakeClock } from '../host/fake-clock.ts'
import { machine } from '../host/machine.ts'
import { bundleFiles, PUBLIC, PUBLIC_TONE, SECRET_COLOUR, SECRET_TONE, SECRETS } from './bundle-room.ts'
import { makeRoom, putFiles, quoteFile, temporaryFolder } from './open-room.ts'

const NOW = Date.UTC(2026, 10, 2, 9)
const UNTIL = '2026-11-20'
const DAY_MS = 86_400_000

let base: string
let content: string
let sealed: string

beforeAll(async () => {
  base = await temporaryFolder()
  content = join(base, 'content')
  sealed = join(base, 'room')
  await putFiles(content, await bundleFiles())
  await makeBundle({ folder: content, out: sealed, now: NOW, until: UNTIL })
}, 120_000)

afterAll(() => rmSync(base, { recursive: true, force: true }))

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Each way in which a word may stand in a file. */
function formsOf(word: string): Buffer[] {
  const plain = Buffer.from(word)
  const wide = Buffer.from(word, 'utf16le')
  // In Base64 a word looks otherwise at each third place; its inner signs are the same.
  const packed = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift, 32), plain])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  )
  const escaped = JSON.stringify(word).slice(1, -1)
  const hex = plain.toString('hex')
  return [
    ...[
      plain,
      wide,
      Buffer.from(wide).swap16(),
      Buffer.from(word, 'latin1'),
      Buffer.from(word.normalize('NFD')),
    ],
    ...[...packed.filter((text) => text.length >= 8), escaped, hex, encodeURIComponent(word)].map((text) =>
      Buffer.from(text),
    ),
  ]
}

/** What a file holds in a compressed form too: every stretch that inflates. */
function layersOf(bytes: Buffer): Buffer[] {
  const layers = [bytes]
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    const isZlib = bytes[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)
    const isGzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b
    if (!isZlib && !isGzip) continue
    try {
      layers.push(isZlib ? inflateSync(bytes.subarray(at)) : inflateRawSync(bytes.subarray(at + 10)))
    } catch {
      // These two bytes were something else.
    }
  }
  return layers
}

/** Power of a tone in a recording of 16 bit, in shares of all of it (Goertzel 1958). */
function share(wav: Buffer, hertz: number): number {
  const rate = wav.readUInt32LE(24)
  const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, at) => wav.readInt16LE(44 + 2 * at))
  const turn = (2 * Math.PI * hertz) / rate
  let [re, im, all] = [0, 0, 0]
  for (const [at, sample] of samples.entries()) {
    re += sample * Math.cos(turn * at)
    im += sample * Math.sin(turn * at)
    all += sample ** 2
  }
  return (2 * (re ** 2 + im ** 2)) / (samples.length * all)
}

describe('what leaves the house', () => {
  test('no word, name, title or path of what is withheld is in any file, in any form', () => {
    const files = filesBelow(sealed)
    expect(files.length).toBeGreaterThan(3)
    const found = files.flatMap((file) => {
      const layers = [...layersOf(readFileSync(file)), Buffer.from(file.slice(base.length))]
      return SECRETS.flatMap((word) =>
        formsOf(word).some((form) => layers.some((layer) => layer.includes(form)))
          ? [`${file}: ${word}`]
          : [],
      )
    })
    expect(found).toEqual([])
  })

  test('the search would have found them: they are in the content folder', () => {
    const all = filesBelow(content).map((file) => Buffer.concat([Buffer.from(file), readFileSync(file)]))
    const missing = SECRETS.filter((word) => !all.some((bytes) => bytes.includes(Buffer.from(word))))
    expect(missing).toEqual([])
  })

  test('and most of them are on the wall of those who work there', async () => {
    const { items } = await checkRoom({ folder: content, now: NOW })
    const shown = items.filter(({ standing }) => standing === 'shown').map(({ id }) => id)
    expect(shown).toEqual(
      expect.arrayContaining([
        'calls/Umberleigh',
        'photos/Larkspittle',
        'personas/quill',
        'quotes/Zanzibar',
        'quotes/table#2',
        'metrics/closed',
        'journeys/closed',
      ]),
    )
  })

  test('no picture and no sound of what is withheld is among the derived files; those of the public are', async () => {
    const cached = filesBelow(join(sealed, 'cache'))
    const sounds = cached.filter(
      (file) =>
        readFileSync(file).subarray(0, 4).toString('latin1') === 'RIFF' &&
        readFileSync(file).subarray(8, 12).toString('latin1') === 'WAVE',
    )
    expect(sounds).toHaveLength(1)
    for (const file of sounds) {
      const wav = readFileSync(file)
      expect(share(wav, PUBLIC_TONE)).toBeGreaterThan(0.1)
      for (const hertz of [SECRET_TONE, SECRET_TONE + 20]) expect(share(wav, hertz)).toBeLessThan(0.02)
    }
    const pictures = cached.filter((file) => !sounds.includes(file))
    expect(pictures).toHaveLength(1)
    for (const file of pictures) {
      const { channels } = await sharp(file).stats()
      const { exif, xmp, iptc } = await sharp(file).metadata()
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
      expect((channels[0]?.mean ?? 255) < SECRET_COLOUR.r - 100).toBe(true)
    }
  })

  test('what the public may see is there, whole, and each with the last day of the bundle', () => {
    const index = readFileSync(join(sealed, 'index.db'))
    for (const word of PUBLIC) expect(index.includes(Buffer.from(word)), word).toBe(true)
    const reader = openBundle(sealed).openIndex()
    const ids = reader.cards().map(({ id }) => id)
    expect(ids.toSorted()).toEqual(
      [
        ...[
          'calls/lift',
          'commitments/open',
          'feedback/open',
          'journeys/open',
          'metrics/open',
          'observations/open',
        ],
        ...['personas/ruth', 'photos/open', 'quotes/dunnock', 'quotes/open', 'quotes/table#1'],
        ...ids.filter((id) => id.startsWith('prompts/open')),
      ].toSorted(),
    )
    for (const { facts } of reader.cards()) expect(facts.until).toBe(UNTIL)
    expect(reader.item('quotes/open')?.envelope.persona).toEqual(['Ruth'])
    expect(reader.curation()).toMatchObject({
      audience: 'public',
      screens: { default: { mode: 'booth', distance_m: 1 } },
    })
    reader.close()
  })
})

function openHost(dataDir: string, clock = fakeClock(NOW)) {
  const bundle = openBundle(sealed)
  const records = openRecords(join(dataDir, 'room.db'), clock.now())
  const host = createHost({
    openIndex: bundle.openIndex,
    records,
    clock,
    screen: 'default',
    folder: sealed,
    dataDir,
    machine,
    wall: () => wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 640, heightPx: 360 }),
    newSeed: () => 7,
    builtAt: bundle.madeAt,
    onSnapshot: () => undefined,
  })
  return {
    host,
    clock,
    shows: (): boolean => host.handlers.snapshot().wall.type === 'play',
    close(): void {
      host.close()
      records.close()
    },
  }
}

describe('on the stand', () => {
  test('it plays for the public, and shows nothing after its last day, however the clock is turned', () => {
    const dataDir = join(base, 'stand')
    const stand = openHost(dataDir)
    expect(stand.shows()).toBe(true)
    stand.clock.setNow(Date.UTC(2026, 10, 20, 23, 58))
    stand.clock.pass(60_000)
    expect(stand.shows()).toBe(true)
    stand.clock.pass(180_000)
    expect(stand.shows()).toBe(false)
    stand.clock.setNow(NOW + DAY_MS)
    stand.clock.pass(120_000)
    expect(stand.shows()).toBe(false)
    stand.close()
    const again = openHost(dataDir, fakeClock(NOW + DAY_MS))
    expect(again.shows()).toBe(false)
    again.close()
  })

  test('before it was made no clock is right, and nothing is shown', () => {
    const stand = openHost(join(base, 'early'), fakeClock(NOW - 10 * DAY_MS))
    expect(stand.shows()).toBe(false)
    stand.close()
  })

  test('a file that is not as it was made is noticed, and is not shown', async () => {
    const copy = join(base, 'copy')
    for (const path of ['index.db', MANIFEST]) {
      rmSync(copy, { recursive: true, force: true })
      await putFiles(
        copy,
        Object.fromEntries(
          filesBelow(sealed).map((file) => [file.slice(sealed.length + 1), readFileSync(file)]),
        ),
      )
      const bytes = readFileSync(join(copy, path))
      writeFileSync(
        join(copy, path),
        path === MANIFEST
          ? bytes.toString().replace(UNTIL, '2027-11-20')
          : Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) === 0 ? 1 : 0])]),
      )
      expect(() => openBundle(copy)).toThrow(BadBundle)
    }
    writeFileSync(join(copy, MANIFEST), readFileSync(join(sealed, MANIFEST)))
    const picture = filesBelow(join(copy, 'cache'))[0] ?? ''
    const hash = picture.slice(-64)
    const whole = openBundle(copy).openIndex()
    expect(whole.media(hash)).toBeDefined()
    whole.close()
    writeFileSync(picture, Buffer.concat([readFileSync(picture), Buffer.from('x')]))
    const touched = openBundle(copy).openIndex()
    expect(touched.media(hash)).toBeUndefined()
    touched.close()
    expect(() => openBundle(join(base, 'nowhere'))).toThrow('There is no bundle here')
  })
})

/** Somebody who is in a bundle takes it back: the curator is told which bundle, until its last day. */
async function toldWhenWithdrawn(records: ReturnType<typeof openRecords>, id: string): Promise<void> {
  const room = await makeRoom(await bundleFiles())
  try {
    await room.index()
    const index = openRoomIndex(() => room.reader)
    index.refresh()
    let now = NOW
    const watch = makeExportWatch(index, records, () => now)
    watch.look()
    expect(watch.problems()).toEqual([])
    await room.put({ 'quotes/dunnock.md': quoteFile('Dunnock sings.', 'audience: [staff]\n') })
    await room.remove('quotes/open.md')
    await room.index()
    index.refresh()
    watch.look()
    expect(watch.problems().map(({ message }) => message)).toEqual([
      expect.stringMatching(new RegExp(`^2 items in the bundle ${id} .* until 2026-11-20`)),
    ])
    now = Date.UTC(2026, 10, 21, 1)
    watch.look()
    expect(watch.problems()).toEqual([])
  } finally {
    await room.close()
  }
}

describe('npm run bundle', () => {
  test('notes each item that left the house, and overwrites nothing', async () => {
    const [out, data] = [join(base, 'out'), join(base, 'records')]
    const args = [content, '--out', out, '--data', data, '--expires', '2026-11-20']
    expect(await runBundle(args, base, NOW)).toBe(0)
    const { id, items } = readManifest(join(out, 'room'))
    const records = openRecords(join(data, 'room.db'), NOW)
    const rows = records.auditPage(0, 1_000).rows.filter(({ what }) => what === 'exported')
    expect(rows).toHaveLength(items)
    for (const { reference } of rows) expect(reference).toBe(`bundle ${id} until 2026-11-20`)
    expect(records.verifyAudit()).toMatchObject({ ok: true })
    await toldWhenWithdrawn(records, id)
    records.close()
    const before = statSync(join(out, 'room', 'index.db')).mtimeMs
    expect(await runBundle(args, base, NOW)).toBe(2)
    expect(statSync(join(out, 'room', 'index.db')).mtimeMs).toBe(before)
  })

  test('wrong use ends with 2, a room without anything public with 1, and neither leaves anything behind', async () => {
    const empty = join(base, 'private')
    await mkdir(empty)
    await putFiles(empty, { 'quotes/a.md': quoteFile('Ours.', 'audience: [staff]\n') })
    await expect(makeBundle({ folder: empty, out: join(base, 'x'), now: NOW, until: UNTIL })).rejects.toThrow(
      NothingPublic,
    )
    const data = join(base, 'other-records')
    const out = join(base, 'none')
    expect(await runBundle([empty, '--out', out, '--data', data], base, NOW)).toBe(1)
    for (const args of [
      [],
      [empty],
      [empty, '--out', out, '--expires', 'soon'],
      [empty, '--out', out, '--expires', '2026-01-01'],
      [join(base, 'nowhere'), '--out', out],
      [empty, '--out', out, '--app', empty],
      [empty, '--out', out, '--what'],
    ])
      expect(await runBundle(args, base, NOW)).toBe(2)
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(base).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
