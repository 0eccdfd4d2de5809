import type { Cue } from '../../../renderer/core/draft.ts'

/** Speakers that are written into the text of captions: `Name: text`, or the name on a line of its own. */

/** "Caller: I have been waiting": a name of a few words before a colon. */
const NAMED = /^\s*[-–]?\s*(\p{Lu}[\p{L}\p{N}'’. ()-]{0,38}?)\s*:\s+(?=\S)/u
/** "Caller" and then, on the next line, what she says. */
const NAME_LINE = /^\s*[-–]?\s*(\p{Lu}[\p{L}\p{N}'’.()-]*(?: [\p{L}\p{N}'’.()-]+){0,3})\s*:?\n+(?=\s*\S)/u
/** More people do not speak in one call: such lines are the first halves of sentences. */
const MOST_SPEAKERS = 8

/** Believed where a name returns, or where most captions have one. Captions that name their voice otherwise stay as they are. */
export function withNames(cues: readonly Cue[]): Cue[] {
  if (cues.some((cue) => cue.speaker !== undefined)) return [...cues]
  const byLine = cues.map((cue) => NAME_LINE.exec(cue.text)?.[1]?.trim())
  if (areNames(byLine)) return cues.map((cue, index) => named(cue, byLine[index], NAME_LINE))
  const names = cues.map((cue) => NAMED.exec(cue.text)?.[1]?.trim())
  const counts = counted(names)
  const most = names.filter((name) => name !== undefined).length * 2 >= cues.length
  return cues.map((cue, index) => {
    const name = names[index]
    return name !== undefined && (most || (counts.get(name) ?? 0) > 1) ? named(cue, name, NAMED) : cue
  })
}

/** A caption of two lines looks like a name and a sentence too; only names that all return are names. */
function areNames(names: readonly (string | undefined)[]): boolean {
  const counts = counted(names)
  const found = names.filter((name) => name !== undefined).length
  return (
    found * 2 >= names.length &&
    counts.size > 0 &&
    counts.size <= MOST_SPEAKERS &&
    [...counts.values()].every((count) => count > 1)
  )
}

function counted(names: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function named(cue: Cue, speaker: string | undefined, pattern: RegExp): Cue {
  if (speaker === undefined) return cue
  const [first, ...rest] = cue.words ?? []
  const words =
    first &&
    [{ ...first, text: first.text.replace(pattern, '').trim() }, ...rest].filter(({ text }) => text !== '')
  return { ...cue, speaker, text: cue.text.replace(pattern, '').trim(), ...(words ? { words } : {}) }
}
