import type { WorkFind, WorkFinds } from '../../renderer/core/admin/work-list.ts'
import type { Item } from '../../renderer/core/item.ts'
import { itemTexts } from '../../renderer/core/item-facts.ts'
import { type PersonalData, personalDataRanges } from '../../renderer/core/pii.ts'
import { definitionFor } from '../item-standing.ts'
import { filesBeside, textOfFile } from './beside.ts'
import type { RoomNow } from './room-now.ts'

/** What of an item seems to be personal data, and where its files say so: found for the curator's eyes, and forgotten. */
export function workFinds(room: RoomNow, id: string): WorkFinds {
  const [placed] = room.index.items([id])
  if (!placed) return { finds: [], drawn: [] }
  const { item, path, line } = placed
  const files = filesBeside(room.folder, path).map((each) => ({
    path: each,
    text: textOfFile(room.folder, each) ?? '',
  }))
  return {
    finds: findsIn(item).map((find) => ({ ...placeOf(find.found, files, { path, line }), ...find })),
    drawn: drawnIn(item),
  }
}

/** Words around a find, letters. */
const AROUND = 40
const MOST_FINDS = 50

function findsIn(item: Item): Omit<WorkFind, 'path' | 'line'>[] {
  const definition = definitionFor(item.kind)
  const texts = definition ? [...new Set(itemTexts(definition, item))] : []
  const seen = new Set<string>()
  const finds = texts.flatMap((text) =>
    personalDataRanges(text).map(({ kind, start, end }) => ({
      what: kind,
      found: text.slice(start, end),
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
    })),
  )
  // A title is often made of the words, and says them twice.
  return finds.filter(({ found }) => !seen.has(found) && seen.add(found)).slice(0, MOST_FINDS)
}

function drawnIn({ media }: Item): readonly PersonalData[] {
  return [...new Set(Object.values(media).flatMap(({ personalData }) => personalData ?? []))]
}

interface FileText {
  readonly path: string
  readonly text: string
}

/** The line that spells it as it was read: the nearest after the item's own begins, else the first. */
function placeOf(
  found: string,
  files: readonly FileText[],
  own: { readonly path: string; readonly line: number },
): { readonly path: string; readonly line?: number } {
  const pattern = new RegExp(found.trim().split(/\s+/).map(escaped).join(String.raw`\s+`), 'g')
  for (const { path, text } of files) {
    const lines = [...text.matchAll(pattern)].map(({ index }) => text.slice(0, index).split('\n').length)
    const line = lines.find((each) => path !== own.path || each >= own.line) ?? lines[0]
    if (line !== undefined) return { path, line }
  }
  return { path: own.path }
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}
