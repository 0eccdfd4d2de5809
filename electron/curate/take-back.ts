import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import { type FileRecord, hashOf, reversed, spliceBack } from './edit-record.ts'
import { refuse } from './refusal.ts'
import { readIfThere, type Workspace } from './workspace.ts'
import { isSameData, valueAt, type YamlEdit, type YamlPath } from './yaml-values.ts'

/** Does records backwards. What somebody else has changed since is left alone, and said. */

export interface Move {
  readonly from: string
  readonly to: string
}

/** Prepares it in the workspace; files to be moved are told, and moved only after everything else is written. */
export async function takeBack(
  workspace: Workspace,
  records: readonly FileRecord[],
  trash: string,
): Promise<Move[]> {
  const moves: Move[] = []
  for (const record of records) {
    if (record.kind === 'made') {
      const file = join(workspace.folder, ...record.path.split('/'))
      const bytes = await readIfThere(file)
      if (bytes === undefined) continue
      if (hashOf(bytes) !== record.after) throw otherwise(record.path)
      moves.push({ from: file, to: join(trash, record.after) })
    } else await editBack(workspace, record)
  }
  return moves
}

/** Brings back what was taken back: files from the trash, edits the other way round. */
export async function makeAgain(
  workspace: Workspace,
  records: readonly FileRecord[],
  trash: string,
): Promise<Move[]> {
  const moves: Move[] = []
  for (const record of records) {
    if (record.kind === 'made') {
      const file = join(workspace.folder, ...record.path.split('/'))
      if ((await readIfThere(file)) !== undefined) throw otherwise(record.path)
      if ((await readIfThere(join(trash, record.after))) === undefined)
        throw refuse('not-found', 'What was taken back is not kept any more.', 'Bring the file in anew.', {
          path: record.path,
        })
      moves.push({ from: join(trash, record.after), to: file })
    } else await editBack(workspace, reversed(record))
  }
  return moves
}

async function editBack(workspace: Workspace, record: Extract<FileRecord, { kind: 'edit' }>): Promise<void> {
  const bytes = await workspace.bytes(record.path)
  const text = await workspace.text(record.path)
  if (bytes === undefined || text === undefined)
    throw refuse('not-found', 'The file is not there any more.', 'It cannot be taken back.', {
      path: record.path,
    })
  // Whoever was killed in the midst of this has brought it back already.
  if (hashOf(bytes) === record.before) return
  const back = spliceBack(text, record.splice)
  if (back !== undefined && hashOf(bytes) === record.after) return workspace.setText(record.path, back)
  if (record.fields.length === 0) {
    if (back === undefined) throw otherwise(record.path)
    return workspace.setText(record.path, back)
  }
  await fieldsBack(workspace, record)
}

/** The file is another one by now: each field goes back that still says what was made of it. */
async function fieldsBack(
  workspace: Workspace,
  record: Extract<FileRecord, { kind: 'edit' }>,
): Promise<void> {
  const data = await workspace.data(record.path)
  const edits: YamlEdit[] = []
  for (const { at, before, after } of record.fields) {
    const now = valueAt(data, at)
    const isGone = now === undefined && isEmptied(after)
    if (isSameData(now ?? null, before ?? null) && (now === undefined) === (before === undefined)) continue
    if (!isGone && !isSameData(now ?? null, after ?? null)) throw otherwise(record.path, { at, before, now })
    edits.push({ path: at, value: before })
  }
  await workspace.patch(record.path, edits)
  for (const { path, value } of edits)
    if (value === undefined) await withoutEmpty(workspace, record.path, path)
}

/** Groups that were made for a field go with it, but for those at the top of the file. */
async function withoutEmpty(workspace: Workspace, file: string, at: YamlPath): Promise<void> {
  for (let place = at.slice(0, -1); place.length > 1; place = place.slice(0, -1)) {
    const group = valueAt(await workspace.data(file), place)
    if (typeof group !== 'object' || group === null || Object.keys(group).length > 0) return
    await workspace.patch(file, [{ path: place, value: undefined }])
  }
}

function isEmptied(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

interface Meanwhile {
  readonly at: YamlPath
  /** What would come back, and what stands there now. */
  readonly before: unknown
  readonly now: unknown
}

function otherwise(path: string, meanwhile?: Meanwhile) {
  return refuse(
    'conflict',
    'Somebody has changed the same since, so it was not taken back.',
    'Look at it as it is now, and change it from there.',
    { path, ...(meanwhile === undefined ? {} : sidesOf(meanwhile)) },
  )
}

function sidesOf({ at, before, now }: Meanwhile): Pick<Refusal, 'field' | 'sides'> {
  const told = (value: unknown): string =>
    value === undefined ? '' : stringify({ [String(at.at(-1))]: value }, { lineWidth: 0 }).trimEnd()
  return { field: at.join('.'), sides: { mine: told(before), theirs: told(now) } }
}

/** Across disks as well; the first one that fails puts the others back. */
export async function moveAll(moves: readonly Move[]): Promise<void> {
  const done: Move[] = []
  try {
    for (const move of moves) {
      await moveFile(move)
      done.push(move)
    }
  } catch (thrown) {
    for (const { from, to } of done) await moveFile({ from: to, to: from })
    throw thrown
  }
}

async function moveFile({ from, to }: Move): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EXDEV')) throw thrown
    const aside = join(dirname(to), `.~${hashOf(Buffer.from(to)).slice(0, 12)}.tmp`)
    await copyFile(from, aside)
    await rename(aside, to)
    await rm(from)
  }
}

const TRASH_DAYS_MS = 30 * 24 * 3_600_000

/** What was taken back so long ago is not brought back any more. */
export function sweep(trash: string, now: number): void {
  mkdirSync(trash, { recursive: true })
  for (const name of readdirSync(trash)) {
    const file = join(trash, name)
    if (now - statSync(file).ctimeMs > TRASH_DAYS_MS) rmSync(file, { force: true })
  }
}
