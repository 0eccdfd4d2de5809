import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toneWav } from '../../tests/library/open-room.ts'
import type { Random } from './random.ts'

const MP3 = readFileSync(join(import.meta.dirname, '../../tests/fixtures/audio/xing.mp3'))

/** A call as people have it: recording, transcript, and what it is about. Every fourth recording is an MP3. */
export function callFiles(index: number, random: Random): Record<string, string | Uint8Array> {
  const name = `calls/call-${String(index).padStart(4, '0')}`
  const seconds = 2 + random() * 6
  const sound = index % 4 === 3 ? { '.mp3': tagged(index) } : { '.wav': toneWav(seconds, 8_000 + index) }
  const files = { '.md': text(index), '.vtt': TRANSCRIPT, ...sound }
  return Object.fromEntries(Object.entries(files).map(([extension, bytes]) => [name + extension, bytes]))
}

/** ID3v1 (Eric Kemp, 1996): 128 bytes at the end, so that no two recordings have the same bytes. */
function tagged(index: number): Buffer {
  const tag = Buffer.alloc(128)
  tag.write(`TAGCall ${index}`, 'latin1')
  return Buffer.concat([MP3, tag])
}

function text(index: number): string {
  return `---
title: The lift, call ${index}
source: Call to the help line
captured: 2026-02-03
evidence: research
consent: {who: "list ${index}", given: 2026-06-01, purposes: [display], audience: [staff, guests, public]}
checked: {by: Research, date: 2026-06-02}
---
`
}

const TRANSCRIPT = `WEBVTT

00:00.000 --> 00:00.400
<v Caller>The lift is broken.

00:00.500 --> 00:00.900
<v Service desk>Again?
`
