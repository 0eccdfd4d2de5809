import { readdir } from 'node:fs/promises'
import { type Curation, DEFAULT_CURATION } from '../../renderer/core/curation.ts'
import { curationOf } from '../library/curation-file.ts'
import { unknownKeys } from '../library/curation-keys.ts'
import { isRoomFile } from '../library/names.ts'
import type { Read } from '../library/readers/reading.ts'
import { asFields, type Data, readYaml } from '../library/readers/yaml.ts'
import { Refused, refuseBroken } from './refusal.ts'
import type { Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

/** room.yaml, patched: what comes of it is read by the library's own reader before it is written. */

/** The file that counts; `room.yaml` where there is none. */
export async function roomPath(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter(isRoomFile)
  const rank = (name: string): number => ['room.yaml', 'room.yml'].indexOf(name) + 1 || 3
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0] ?? 'room.yaml'
}

export interface RoomNow {
  readonly path: string
  readonly curation: Curation
  /** As it is written. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** Throws a refusal, with the line, where the file is there and cannot be read: it is never written over. */
export async function roomNow(workspace: Workspace): Promise<RoomNow> {
  const path = await roomPath(workspace.folder)
  const text = (await workspace.text(path)) ?? ''
  if (text.trim() === '') return { path, curation: DEFAULT_CURATION, fields: {} }
  const { read, data } = look(path, text)
  if (!read.ok) throw new Refused(withoutEnd(refuseBroken(read.unreadable).refusal))
  return { path, curation: read.value, fields: asFields(data.value) ?? {} }
}

/** Throws a refusal where the edits would make the file say something that it may not. */
export async function patchRoom(workspace: Workspace, edits: readonly YamlEdit[]): Promise<void> {
  const { path } = await roomNow(workspace)
  const before = new Set(unknownIn(path, (await workspace.text(path)) ?? '').map(({ field }) => field))
  await workspace.patch(path, edits)
  const text = (await workspace.text(path)) ?? ''
  if (text.trim() === '') return
  const { read } = look(path, text)
  if (!read.ok) throw new Refused(withoutEnd(refuseBroken(read.unreadable, 'invalid').refusal))
  const unknown = unknownIn(path, text).find(({ field }) => !before.has(field))
  if (unknown) throw refuseBroken(unknown, 'invalid')
}

function unknownIn(path: string, text: string) {
  return text.trim() === '' ? [] : unknownKeys(path, look(path, text).data)
}

interface Look {
  readonly text: string
  readonly read: Read<Curation>
  readonly data: Data
}

/** The texts before and after a change are asked about several times. */
let looks: readonly Look[] = []
const MOST_LOOKS = 3

function look(path: string, text: string): Look {
  const known = looks.find((each) => each.text === text)
  if (known) return known
  const data = readYaml(path, text)
  const made = { text, read: curationOf(path, data), data: data.ok ? data.value : { value: {}, lines: {} } }
  looks = [made, ...looks].slice(0, MOST_LOOKS)
  return made
}

/** That the last good one stays in force is no news to who is just changing it. */
function withoutEnd(refusal: Refused['refusal']): Refused['refusal'] {
  return { ...refusal, message: refusal.message.replace(/ The last good room\.yaml stays in force\.$/, '') }
}
