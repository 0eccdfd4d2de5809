import type { FileText } from '../../renderer/core/admin/change-answer.ts'
import { fileRole, isRoomFile } from '../library/names.ts'
import { refusalOf, refuse } from './refusal.ts'
import { shown } from './text-edit.ts'
import { Workspace } from './workspace.ts'

/** The text of a file of the folder, for whoever edits it. */

const ROLES = ['markdown', 'data', 'table', 'transcript', 'xml']
/** Characters. */
const LARGEST_TEXT = 5_000_000

/** Refusals are answers; what is thrown is a defect of ours. */
export async function readFileText(folder: string, path: string): Promise<FileText> {
  try {
    return { ok: true, path, text: shown(await textOf(folder, path)) }
  } catch (thrown) {
    return { ok: false, ...refusalOf(thrown, path) }
  }
}

async function textOf(folder: string, path: string): Promise<string> {
  if (!isRoomFile(path) && !ROLES.includes(fileRole(path)))
    throw refuse('no-place', 'This is no text file.', 'Open it with the program that made it.', { path })
  const text = await new Workspace(folder).text(path)
  if (text === undefined)
    throw refuse('not-found', 'There is no such file in this folder.', 'Open it on the disk.', { path })
  if (text.length > LARGEST_TEXT)
    throw refuse('not-found', 'This file is too large to be edited here.', 'Open it on the disk.', { path })
  return text
}
