import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { callFiles } from './large-room-calls.ts'
import { type Random, randomFrom } from './random.ts'
import { surveyCsv } from './survey-table.ts'

/** A room as large as rooms get: made anew for each run, and the same in each. */

export interface RoomSize {
  readonly rows: number
  readonly pictures: number
  readonly clips: number
}

const SIDECAR = `kind: quote
source: Passenger survey
evidence: research
lang: en
consent:
  who: reference list held by research
  given: 2026-06-01
  purposes: [display]
  audience: [staff, guests, public]
`

/** Writes the table and what is said of all its rows. */
export function writeTable(folder: string, rows: number): void {
  put(folder, 'quotes/survey.csv', surveyCsv(rows))
  put(folder, 'quotes/survey.yaml', SIDECAR)
}

/** Photographs with a Markdown file each, and calls with their transcripts. */
export async function writeMedia(folder: string, { pictures, clips }: RoomSize): Promise<void> {
  const random = randomFrom(7)
  const masters = pictures === 0 ? [] : await makeMasters(random)
  for (let index = 0; index < pictures; index += 1) {
    const master = masters[index % masters.length]
    if (master === undefined) break
    const name = `photos/${two(index % 40)}/p-${String(index).padStart(5, '0')}`
    put(folder, `${name}.${master.type}`, withComment(master, `Photograph ${index} of the room`))
    put(folder, `${name}.md`, photoText(index))
  }
  for (let index = 0; index < clips; index += 1) {
    for (const [path, bytes] of Object.entries(callFiles(index, random))) put(folder, path, bytes)
  }
}

export function put(folder: string, path: string, bytes: string | Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

interface Picture {
  readonly type: 'jpg' | 'png'
  readonly bytes: Buffer
}

const SIZES = [
  [320, 240],
  [480, 360],
  [400, 600],
  [640, 480],
  [800, 600],
  [1024, 768],
] as const

/** One picture of each size and type; the room's are these, each made another file by a comment of its own. */
async function makeMasters(random: Random): Promise<Picture[]> {
  const made: Picture[] = []
  for (const [width, height] of SIZES) {
    const drawn = () => sharp(noise(width, height, random), { raw: { width, height, channels: 3 } })
    made.push({ type: 'jpg', bytes: await drawn().blur(2).jpeg({ quality: 80 }).toBuffer() })
    made.push({ type: 'jpg', bytes: await drawn().blur(6).jpeg({ quality: 70 }).toBuffer() })
    if (width <= 480)
      made.push({ type: 'png', bytes: await drawn().blur(8).png({ palette: true }).toBuffer() })
  }
  return made
}

/** Areas of colour with some grain: enough to keep a decoder as busy as a photograph does. */
function noise(width: number, height: number, random: Random): Buffer {
  const pixels = Buffer.alloc(width * height * 3)
  const phase = random() * 6
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      const grain = random() * 60
      pixels[at] = 90 + 60 * Math.sin(x / 97 + phase) + grain
      pixels[at + 1] = 90 + 60 * Math.sin(y / 71 + phase) + grain
      pixels[at + 2] = 90 + 60 * Math.sin((x + y) / 131) + grain
    }
  }
  return pixels
}

/** Other bytes, the same picture: a comment segment in a JPEG (ITU-T T.81, B.2.4.5), a text chunk in a PNG (11.3.3). */
function withComment({ type, bytes }: Picture, comment: string): Buffer {
  const text = Buffer.from(comment, 'latin1')
  if (type === 'jpg') {
    const head = Buffer.from([0xff, 0xfe, 0, 0])
    head.writeUInt16BE(text.length + 2, 2)
    return Buffer.concat([bytes.subarray(0, 2), head, text, bytes.subarray(2)])
  }
  const body = Buffer.concat([Buffer.from('tEXtComment\0', 'latin1'), text])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  // After the header chunk: 8 bytes of signature and 25 of IHDR.
  return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)])
}

function photoText(index: number): string {
  const day = `2026-${two((index % 12) + 1)}-${two((index % 28) + 1)}`
  return `---
alt: Passengers wait at stop ${index}, one of them with a pram.
place: Platform ${(index % 9) + 1}
source: Customer Connect
captured: ${day}
evidence: research
people: none
---

The lift was out of order for the ${(index % 5) + 2}nd day.
`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
