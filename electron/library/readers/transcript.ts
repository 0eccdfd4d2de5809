import { parseText, tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions'
import type { Cue } from '../../../renderer/core/draft.ts'
import { error, reasonOf, warning } from '../problems.ts'
import { type Read, readable, unreadable } from './reading.ts'

/** A stretch of a cue in one voice; `atMs` where the transcript times the words. */
interface Run {
  readonly speaker?: string | undefined
  readonly text: string
  readonly atMs?: number | undefined
}

const MS = 1_000
/** "Caller: I have been waiting": a name of a few words before a colon. */
const NAMED = /^\s*[-–]?\s*(\p{Lu}[\p{L}\p{N}'’. ()-]{0,38}?)\s*:\s+(?=\S)/u

/** Cues of a WebVTT or SRT file, in order of time; a cue with two voices becomes two. */
export async function readTranscript(path: string, text: string): Promise<Read<readonly Cue[]>> {
  const type = path.toLowerCase().endsWith('.srt') ? 'srt' : 'vtt'
  try {
    const { cues } = await parseText(text, { type })
    const found = withNames(cues.flatMap(readCue)).toSorted((a, b) => a.startMs - b.startMs)
    if (found.length === 0) {
      return unreadable(
        error(
          { path },
          'There is no caption in this transcript.',
          'A caption is a line `00:01.000 --> 00:04.000` and its words.',
        ),
      )
    }
    const backwards = cues.filter((cue) => cue.endTime <= cue.startTime).length
    if (backwards === 0) return readable(found)
    return readable(found, [
      warning(
        { path },
        `${backwards} captions end before they begin and were left out.`,
        'Correct their times.',
      ),
    ])
  } catch (thrown) {
    return unreadable(
      error({ path }, `This transcript cannot be read: ${reasonOf(thrown)}.`, 'Export it again as WebVTT.'),
    )
  }
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
  const text = tidy(runs.map((run) => run.text).join(''))
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

/** Speakers written into the text: believed where a name returns, or where most captions have one. */
function withNames(cues: readonly Cue[]): Cue[] {
  if (cues.some((cue) => cue.speaker !== undefined)) return [...cues]
  const names = cues.map((cue) => NAMED.exec(cue.text)?.[1]?.trim())
  const counts = new Map<string, number>()
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = names.filter((name) => name !== undefined).length * 2 >= cues.length
  return cues.map((cue, index) => {
    const speaker = names[index]
    if (speaker === undefined || !(most || (counts.get(speaker) ?? 0) > 1)) return cue
    return { ...cue, speaker, text: cue.text.replace(NAMED, '').trim(), ...withoutName(cue) }
  })
}

function withoutName(cue: Cue): Pick<Cue, 'words'> {
  const [first, ...rest] = cue.words ?? []
  if (!first) return {}
  return {
    words: [{ ...first, text: first.text.replace(NAMED, '').trim() }, ...rest].filter(
      (word) => word.text !== '',
    ),
  }
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

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
