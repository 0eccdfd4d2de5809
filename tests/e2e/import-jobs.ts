import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { CALL, toneWav } from '../library/open-room.ts'
import { type Folder, quoteFile } from './room.ts'

/** What comes in, and what makes its coming in take long. */

/** A quote that nobody has said may be shown. */
export const unagreed = (text: string): string =>
  `---\nkind: quote\nsource: Comment card\ncaptured: 2026-03-04\nevidence: research\n---\n\n${text}\n`

/** So many quotes; the absolute path of the one that is copied last. */
export function writeMany(many: string, count: number): string {
  mkdirSync(many)
  for (let at = 1; at < count; at += 1)
    writeFileSync(join(many, `v${at}.md`), quoteFile(`It was late for the ${at}. time.`, 'kind: quote\n'))
  const last = join(many, 'z.md')
  writeFileSync(last, quoteFile('It was late for the last time.', 'kind: quote\n'))
  return last
}

/** Lets a file lie on a share that does not answer: copying stands still there until `answer`, which may be called again. */
export function slowShare(file: string): { readonly answer: () => Promise<void> } {
  const text = readFileSync(file)
  rmSync(file)
  execFileSync('mkfifo', [file])
  // Whoever still waits for it after a failure would keep the app from closing.
  onTestFinished(() => closeSync(openSync(file, 'r+')))
  return { answer: () => writeFile(file, text) }
}

/** Recordings of which each takes a few tenths of a second to be read. */
export function writeRecordings(folder: Folder, count: number): void {
  for (let at = 0; at < count; at += 1) {
    folder.write(`calls/lift-${at}.wav`, toneWav(60 + at / 10, 24_000))
    folder.write(`calls/lift-${at}.vtt`, CALL['calls/lift.vtt'])
    folder.write(`calls/lift-${at}.md`, CALL['calls/lift.md'].replace('The lift', `Lift ${at}`))
  }
}
