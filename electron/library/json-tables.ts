import { definitionOf, knownFields } from './items.ts'
import type { ReadContext } from './read-unit.ts'
import { jsonTable } from './readers/json-table.ts'
import { readText } from './readers/text-file.ts'
import { Unreadable } from './sources.ts'
import type { Unit } from './units.ts'

/** True for a list of records in JSON in a folder of what people said or saw: its columns are found out like a table's. */
export async function isJsonTable(unit: Unit, { sources }: ReadContext): Promise<boolean> {
  const kind = unit.folderKind
  if (
    !/\.(json|jsonl|ndjson)$/i.test(unit.path) ||
    kind === undefined ||
    definitionOf(kind).prose === undefined
  )
    return false
  try {
    const text = readText(unit.path, (await sources.read(unit.path)).bytes)
    return text.ok && jsonTable(unit.path, text.value, knownFields(kind)) !== undefined
  } catch (thrown) {
    // Whoever reads it says why it cannot be read.
    if (thrown instanceof Unreadable) return false
    throw thrown
  }
}
