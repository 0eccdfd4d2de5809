import type { ChangeOf } from '../../renderer/core/admin/change.ts'
import { refuse } from './refusal.ts'
import type { Workspace } from './workspace.ts'

/** A small file edited as a whole: what was not touched keeps its bytes, also its line ends. */
export async function editText(workspace: Workspace, { path, base, text }: ChangeOf<'text'>): Promise<void> {
  const theirs = await workspace.text(path)
  if (theirs === undefined)
    throw refuse('not-found', 'There is no such file any more.', 'Import it anew, or leave it.', { path })
  const merged = mergeText(base, text, shown(theirs))
  if (merged === undefined)
    throw refuse(
      'conflict',
      'Somebody has changed the same lines meanwhile.',
      'Compare both, and keep what is right.',
      {
        path,
        sides: { mine: text, theirs: shown(theirs) },
      },
    )
  await workspace.setText(path, withLineEnds(theirs, merged))
}

/** As a window shows it: one sort of line end. */
export function shown(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** The lines in which two texts differ, as one stretch. */
function hunkOf(base: readonly string[], other: readonly string[]): Hunk {
  let from = 0
  while (from < base.length && from < other.length && base[from] === other[from]) from += 1
  let end = 0
  while (end < base.length - from && end < other.length - from && base.at(-1 - end) === other.at(-1 - end))
    end += 1
  return { from, to: base.length - end, lines: other.slice(from, other.length - end) }
}

/** Both edits of one text where they touch different lines; undefined where they do not. */
export function mergeText(base: string, mine: string, theirs: string): string | undefined {
  if (base === theirs || mine === theirs) return mine
  if (base === mine) return theirs
  const lines = base.split('\n')
  const [a, b] = [hunkOf(lines, mine.split('\n')), hunkOf(lines, theirs.split('\n'))]
  const [first, second] = a.from <= b.from ? [a, b] : [b, a]
  if (first.to > second.from || (first.from === second.from && first.to === second.to)) return undefined
  return [
    ...lines.slice(0, first.from),
    ...first.lines,
    ...lines.slice(first.to, second.from),
    ...second.lines,
    ...lines.slice(second.to),
  ].join('\n')
}

/** The new text with the line ends of the old one: lines that stayed keep their own, new ones get the usual. */
export function withLineEnds(raw: string, text: string): string {
  const before = raw.split(/(?<=\n|\r(?!\n))/)
  const bare = before.map((line) => line.replace(/[\r\n]+$/, ''))
  const ends = before.map((line, at) => line.slice(bare[at]?.length ?? 0))
  const usual = ends.filter((end) => end === '\r\n').length * 2 > ends.length ? '\r\n' : '\n'
  if (ends.at(-1) !== '' && raw !== '') bare.push('')
  const lines = text.split('\n')
  const { from, to, lines: made } = hunkOf(bare, lines)
  const head = bare.slice(0, from).map((line, at) => line + (ends[at] ?? ''))
  const tail = bare.slice(to).map((line, at) => line + (ends[to + at] ?? ''))
  const middle = made.map((line, at) => line + (tail.length === 0 && at === made.length - 1 ? '' : usual))
  // The last line of the old text may have had no end, and is not the last any more.
  const lead = head.join('')
  const isOpen = head.length > 0 && !/[\r\n]$/.test(lead) && middle.length + tail.length > 0
  return lead + (isOpen ? usual : '') + middle.join('') + tail.join('')
}
