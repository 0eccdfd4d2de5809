import { envelopeSchema, type Item } from '../../renderer/core/item.ts'
import { hasColumn, writeCell } from './cell-edit.ts'
import { type ItemPlace, type OwnFields, writtenName } from './item-place.ts'
import { Refused } from './refusal.ts'
import type { Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

/** Fields of a table's row: in its cell where it has one, else, of what any item may say, under `rows:` in the file beside the table. */

const ENVELOPE = new Set(Object.keys(envelopeSchema.shape))
/** Of these an empty list says that there are none, whatever is said of the whole table. */
const LISTS = ['persona', 'stage', 'segment', 'department', 'theme']

/** Writes the cell, or gives back what is to be written beside the table. Throws a refusal where there is no place. */
export async function rowEdits(
  workspace: Workspace,
  { item, row }: ItemPlace,
  name: string,
  value: unknown,
): Promise<readonly YamlEdit[]> {
  const written = row && writtenName(item, row.fields, name)
  const isBeside = row && written !== undefined && Object.hasOwn(row.fields, written)
  if (isBeside) return [besideEdit(row, written, value)]
  const before = item.envelope[name as keyof Item['envelope']]
  const mayStandBeside = row !== undefined && written !== undefined && ENVELOPE.has(name)
  const isNowhere = before === undefined && mayStandBeside && !(await hasColumn(workspace, item, name))
  const refused = isNowhere ? undefined : await refusalOf(() => writeCell(workspace, item, name, value))
  if (!isNowhere && refused === undefined) return []
  if (!mayStandBeside || (refused && refused.refusal.because !== 'no-place')) throw refused
  if (value !== null) return [besideEdit(row, written, value)]
  return before !== undefined && LISTS.includes(name) ? [besideEdit(row, written, [])] : []
}

async function refusalOf(work: () => Promise<void>): Promise<Refused | undefined> {
  try {
    await work()
    return undefined
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown
    throw thrown
  }
}

/** A row of which nothing is said any more goes with its last field. */
function besideEdit({ at, fields }: OwnFields, name: string, value: unknown): YamlEdit {
  const isLast = Object.keys(fields).every((each) => each === name)
  if (value === null && isLast) return { path: at, value: undefined }
  return { path: [...at, name], value: value ?? undefined }
}
