import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editableText } from '../library/text.ts'
import { type FileRecord, hashOf, spliceBack } from './edit-record.ts'
import type { Journal } from './journal.ts'

/**
 * What a process was writing when it was killed: what of it is on disk is a change of the list like any other, and can be
 * taken back; of what is not, nothing is left. To be done before anything else is written.
 */
export function settleBegun(
  journal: Pick<Journal, 'begun' | 'begin' | 'end' | 'drop'>,
  folder: string,
): void {
  const rows = journal.begun()
  // A folder that is out of reach tells nothing: another start will.
  if (rows.length === 0 || !isReachable(folder)) return
  for (const row of rows) {
    const { again, files } = row
    if (again) {
      if (isBack(folder, again.state, files, again.written)) journal.end(row)
      // Done for a part it is taken back, or made again, for the rest: what is like that already is left alone.
      else journal.drop(row)
      continue
    }
    const written = files.filter((record) => isWritten(folder, record))
    // Of an import nothing is left where not all of it is there: its own note tells which files go (`endComing`).
    const isHalf = row.sentence.key === 'imported' && written.length < files.length
    if (written.length === 0 || isHalf) journal.drop(row)
    else journal.end(written.length === files.length ? row : journal.begin({ ...row, files: written }, row))
  }
}

function isBack(
  folder: string,
  state: 'done' | 'undone',
  files: readonly FileRecord[],
  written: readonly FileRecord[],
): boolean {
  const isMoved = (record: FileRecord): boolean => isWritten(folder, record) === (state === 'done')
  return (
    written.every((record) => isWritten(folder, record)) &&
    files.every((record) => record.kind === 'edit' || isMoved(record))
  )
}

/** Whether the file is as it was to be; where somebody else has written since, whether what was to be written stands in it. */
function isWritten(folder: string, record: FileRecord): boolean {
  const bytes = bytesOf(join(folder, ...record.path.split('/')))
  if (bytes === undefined) return false
  const hash = hashOf(bytes)
  if (hash === record.after) return true
  if (record.kind === 'made' || hash === record.before) return false
  const text = editableText(bytes)?.text
  return text !== undefined && spliceBack(text, record.splice) !== undefined
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** An empty folder is the place of a disk that is not there. */
function isReachable(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}
