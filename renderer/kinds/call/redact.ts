import type { Cue } from '../../core/draft.ts'
import type { Note } from '../../core/draft-fields.ts'
import { BLANK, phrasePattern } from '../../core/redaction.ts'
import { blankMarked, markPhrase, tidy, withoutPrivateUse } from './marks.ts'
import type { TimeRange } from './time.ts'

/**
 * Words that are marked, `[[...]]` or listed, become a blank in the captions, and their time is muted in the derived
 * recording. Where words are not timed, the whole cue is muted: better too much than too little.
 */

/** A word's time in a transcript is its start, give or take; the mute begins and ends this much outside, ms. */
const MARGIN_MS = 120

type Word = NonNullable<Cue['words']>[number]

export interface Redacted {
  readonly cues: readonly Cue[]
  /** Ranges of the original recording, in order, not overlapping. */
  readonly mute: readonly TimeRange[]
  /** What was to be redacted and could not be found. */
  readonly doubts: readonly Note[]
  readonly notes: readonly Note[]
}

/** `muted` are ranges that the author mutes by time: what is said in them is not shown either. */
export function redactCues(
  cues: readonly Cue[],
  phrases: readonly string[],
  muted: readonly TimeRange[],
): Redacted {
  const marked = phrases.reduce(markPhrase, cues.map(withoutPrivateUse))
  const ranges: TimeRange[] = [...muted]
  let open = false
  const clean = marked.map((cue) => {
    const step = redactCue(cue, open, muted)
    open = step.open
    ranges.push(...step.ranges)
    return step.cue
  })
  return {
    cues: clean,
    mute: merged(ranges),
    doubts: notFound(cues, phrases),
    notes: open ? [NEVER_CLOSED] : [],
  }
}

const NEVER_CLOSED: Note = {
  field: 'transcript',
  severity: 'warning',
  message: 'A [[ in the transcript is never closed, so everything after it is blank and silent.',
  hint: 'Write ]] after the last word that is not to be heard.',
}

function notFound(cues: readonly Cue[], phrases: readonly string[]): Note[] {
  return phrases
    .filter((phrase) => !cues.some(({ text }) => phrasePattern(phrase).test(text)))
    .map((phrase) => ({
      field: 'redact',
      // The phrase itself is what nobody may read, and notes are read.
      severity: 'warning',
      message: `One of the words to redact (${[...phrase].length} letters) is nowhere in the transcript, so it would still be heard.`,
      hint: 'Write it as the transcript spells it, within one caption, or mute its time with mute:.',
    }))
}

interface CueStep {
  readonly cue: Cue
  readonly ranges: readonly TimeRange[]
  /** A mark that goes on in the next cue. */
  readonly open: boolean
}

function redactCue(cue: Cue, open: boolean, muted: readonly TimeRange[]): CueStep {
  const text = blankMarked(cue.text, open)
  const marked = cue.words && blankWords(cue.words, open, cue, [])
  // Words are trusted only where they tell the same as the text: a mark that is lost between the two must not be shown.
  if (marked && letters(marked.words.map((word) => word.text).join('')) === letters(text.text)) {
    const timed = blankWords(cue.words, open, cue, muted)
    const shown = timed.blanks > 0 ? tidy(timed.words.map((word) => word.text).join(' ')) : cue.text
    return { cue: { ...cue, text: shown, words: timed.words }, ranges: timed.ranges, open: text.open }
  }
  const { words: _words, ...plain } = cue
  const silenced = muted.some(([start, end]) => start < cue.endMs && end > cue.startMs)
  const shown = silenced ? BLANK : text.blanks > 0 ? tidy(text.text) : cue.text
  return {
    cue: { ...plain, text: shown },
    ranges: text.blanks > 0 ? [[cue.startMs, cue.endMs]] : [],
    open: text.open,
  }
}

function letters(text: string): string {
  return text.replace(new RegExp(`${BLANK}|[^\\p{L}\\p{M}\\p{N}]`, 'gu'), '')
}

function blankWords(
  words: readonly Word[],
  open: boolean,
  cue: Cue,
  muted: readonly TimeRange[],
): { words: Word[]; ranges: TimeRange[]; blanks: number } {
  const shown: Word[] = []
  const ranges: TimeRange[] = []
  let inside = open
  let blanks = 0
  words.forEach((word, index) => {
    const end = words[index + 1]?.atMs ?? cue.endMs
    const step = blankMarked(word.text, inside)
    inside = step.open
    const byTime = muted.some(([from, to]) => from < end && to > word.atMs)
    if (step.blanks === 0 && !byTime) {
      if (step.text.trim() !== '') shown.push({ ...word, text: step.text.trim() })
      return
    }
    blanks += 1
    if (step.blanks > 0)
      ranges.push([
        Math.max(cue.startMs, word.atMs - MARGIN_MS),
        end + (index + 1 < words.length ? MARGIN_MS : 0),
      ])
    const text = step.blanks > 0 ? tidy(step.text) : BLANK
    if (shown.at(-1)?.text !== BLANK || text !== BLANK) shown.push({ atMs: word.atMs, text })
  })
  return { words: shown, ranges, blanks }
}

function merged(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const result: TimeRange[] = []
  for (const range of sorted) {
    const last = result.at(-1)
    if (last && range[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], range[1])]
    else result.push(range)
  }
  return result
}
