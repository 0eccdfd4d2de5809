import { parseText, tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions'
import type { Cue } from '../../../renderer/core/draft.ts'
import { error, reasonOf, warning } from '../problems.ts'
import { withNames } from './names-in-captions.ts'
import { type Read, readable, unreadable } from './reading.ts'
import { standardTimings } from './timing-lines.ts'
import { cuesOfJson } from './transcript-json.ts'

/** A stretch of a cue in one voice; `atMs` where the transcript times the words. */
interface Run {
  readonly speaker?: string | undefined
  readonly text: string
  readonly atMs?: number | undefined
}

const MS = 1_000

/** Cues of a WebVTT, SRT or JSON transcript, in order of time; a cue with two voices becomes two. */
export async function readTranscript(path: string, text: string): Promise<Read<readonly Cue[]>> {
  const extension = path.toLowerCase().slice(path.lastIndexOf('.'))
  if (extension === '.json') return readJson(path, text)
  try {
    const { cues } = await parseText(standardTimings(text), { type: extension === '.srt' ? 'srt' : 'vtt' })
    if (isMetadata(text, cues)) return unreadable(metadata(path))
    const found = inOrder(withNames(withoutRollUp(cues.flatMap(readCue))))
    if (found.length === 0) return unreadable(nothing(path))
    const backwards = cues.filter((cue) => cue.endTime <= cue.startTime).length
    return readable(found, backwards === 0 ? [] : [leftOut(path, backwards)])
  } catch (thrown) {
    return unreadable(
      error({ path }, `This transcript cannot be read: ${reasonOf(thrown)}.`, 'Export it again as WebVTT.'),
    )
  }
}

function readJson(path: string, text: string): Read<readonly Cue[]> {
  const cues = cuesOfJson(text)
  if (cues) return readable(inOrder(cues))
  return unreadable(
    error(
      { path },
      'This is not a transcript in JSON that we know: a list with a start, an end and a text each.',
      'Export it as WebVTT (.vtt) or SRT (.srt).',
    ),
  )
}

/** Lines were kept until the names on them were known. */
function inOrder(cues: readonly Cue[]): Cue[] {
  return cues
    .map((cue) => ({ ...cue, text: cue.text.replace(/\s+/g, ' ').trim() }))
    .filter((cue) => cue.text !== '')
    .toSorted((a, b) => a.startMs - b.startMs)
}

/** Captions that are up for no longer hold a line in place while the next one rolls in, ms. */
const HOLD_MS = 50

/** Live captions, and those of YouTube, say a line again while the next one comes: each is kept once. */
function withoutRollUp(cues: readonly Cue[]): readonly Cue[] {
  const held = cues.filter(({ startMs, endMs }) => endMs - startMs <= HOLD_MS).length
  if (held * 4 < cues.length || cues.length < 3) return cues
  let before = ''
  return cues.flatMap((cue) => {
    const lines = cue.text.split('\n').map((line) => line.trim())
    const isAgain = lines[0] === before
    before = lines.at(-1) ?? ''
    if (cue.endMs - cue.startMs <= HOLD_MS) return []
    const rest = isAgain ? lines.slice(1).join('\n') : cue.text
    // The times of its words count from the line that is gone.
    const { words: _, ...timed } = cue
    return rest === '' ? [] : [isAgain ? { ...timed, text: rest } : cue]
  })
}

/** Some tracks carry data for programs in place of words; nobody is to read those on a wall. */
function isMetadata(text: string, cues: readonly VTTCue[]): boolean {
  const header = text.slice(0, 2_000).split(/\n\s*\n/, 1)[0] ?? ''
  if (/^kind\s*:\s*metadata\s*$/im.test(header)) return true
  const data = cues.filter((cue) => /^\s*[[{][\s\S]*[\]}]\s*$/.test(cue.text) && isJson(cue.text)).length
  return cues.length > 0 && data * 2 > cues.length
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    // Words in brackets, such as [music], are words.
    return false
  }
}

function metadata(path: string) {
  return error(
    { path },
    'This file holds data for programs (a metadata track), not what is said.',
    'Put the captions beside the recording instead.',
  )
}

function nothing(path: string) {
  return error(
    { path },
    'There is no caption in this transcript.',
    'A caption is a line `00:01.000 --> 00:04.000` and its words.',
  )
}

function leftOut(path: string, count: number) {
  return warning(
    { path },
    count === 1
      ? 'One caption ends before it begins and was left out.'
      : `${count} captions end before they begin and were left out.`,
    'Correct the times.',
  )
}

function readCue(cue: VTTCue): Cue[] {
  const startMs = Math.round(cue.startTime * MS)
  const endMs = Math.round(cue.endTime * MS)
  if (!(endMs > startMs)) return []
  const runs = tokenizeVTTCue(cue).flatMap((node) => runsOf(node, {}))
  const voices = [...new Set(runs.filter((run) => run.text.trim() !== '').map((run) => run.speaker))]
  return voices.map((speaker) =>
    cueOf(
      startMs,
      endMs,
      speaker,
      runs.filter((run) => run.speaker === speaker),
    ),
  )
}

function runsOf(node: VTTNode, inherited: Omit<Run, 'text'>): Run[] {
  if (node.type === 'text') return [{ ...inherited, text: plainText(node.data) }]
  // The reading aid over a word (ruby) would be read twice.
  if (node.type === 'rt') return []
  const own =
    node.type === 'v'
      ? { ...inherited, speaker: plainText(node.voice ?? '').trim() || undefined }
      : node.type === 'timestamp'
        ? { ...inherited, atMs: Math.round(node.time * MS) }
        : inherited
  return node.children.flatMap((child) => runsOf(child, own))
}

function cueOf(startMs: number, endMs: number, speaker: string | undefined, runs: readonly Run[]): Cue {
  const text = withLines(runs.map((run) => run.text).join(''))
  const timed = runs.some((run) => run.atMs !== undefined)
  return {
    startMs,
    endMs,
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(timed ? { words: wordsOf(runs, startMs) } : {}),
  }
}

function wordsOf(runs: readonly Run[], startMs: number): { text: string; atMs: number }[] {
  return runs
    .map((run) => ({ text: tidy(run.text), atMs: run.atMs ?? startMs }))
    .filter((word) => word.text !== '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&quot;': '"',
  '&#39;': "'",
}

function plainText(text: string): string {
  return text
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
}

/** Spaces made alike; line ends stay, because a line of its own may be a name. */
function withLines(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
