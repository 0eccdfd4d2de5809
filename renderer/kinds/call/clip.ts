import type { Cue } from '../../core/draft.ts'

/** Captions of the clip out of the cues of the whole recording. */

interface ReadCaption {
  readonly startMs: number
  readonly endMs: number
  readonly speaker: number
  readonly text: string
  readonly words?: readonly { readonly text: string; readonly atMs: number }[]
}

/** A cue that is cut by the clip's edge belongs to it if this much of it is heard. */
const HEARD_SHARE = 0.5

const SOUNDS = /\[[^\]]*\]|♪[^♪]*♪?|\*[^*\s][^*]*\*/gu
const ONLY_IN_BRACKETS = /^\s*[（(][^()（）]*[）)]\s*$/u

/** Cues without what is no speech: `[noise]`, `♪`, a cue of brackets alone. */
export function withoutSounds(cues: readonly Cue[]): Cue[] {
  return cues.flatMap((cue) => {
    const text = cue.text.replace(SOUNDS, ' ').replace(ONLY_IN_BRACKETS, '').replace(/\s+/g, ' ').trim()
    if (text === '') return []
    if (text === cue.text.trim() || cue.words === undefined) return [{ ...cue, text }]
    const { words, ...plain } = cue
    const spoken = words.filter((word) => word.text.replace(SOUNDS, '').trim() !== '')
    // A sound of several words is not found word by word; then the caption stands as a whole.
    return spoken.map((word) => word.text.trim()).join(' ') === text
      ? [{ ...plain, text, words: spoken }]
      : [{ ...plain, text }]
  })
}

/** `indexOf` tells the speaker of a cue. Times in ms from the in point; a cue mostly outside the clip is left out. */
export function captionsOf(
  cues: readonly Cue[],
  indexOf: (cue: Cue, index: number) => number,
  { inMs = 0, outMs = Infinity }: { readonly inMs?: number | undefined; readonly outMs?: number | undefined },
): ReadCaption[] {
  return cues
    .flatMap((cue, index): ReadCaption[] => {
      const start = Math.max(cue.startMs, inMs)
      const end = Math.min(cue.endMs, outMs)
      const words = cue.words?.filter((word) => word.atMs >= inMs && word.atMs < outMs)
      const cut = start > cue.startMs || end < cue.endMs
      if (end <= start || words?.length === 0) return []
      if (cut && !words && end - start < HEARD_SHARE * (cue.endMs - cue.startMs)) return []
      const shown = cut && words ? words.map((word) => word.text.trim()).join(' ') : cue.text
      return [
        {
          startMs: start - inMs,
          endMs: end - inMs,
          speaker: indexOf(cue, index),
          text: shown,
          ...(words === undefined
            ? {}
            : { words: words.map((word) => ({ text: word.text.trim(), atMs: word.atMs - inMs })) }),
        },
      ]
    })
    .sort((a, b) => a.startMs - b.startMs)
}
