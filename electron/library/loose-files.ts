import { posix } from 'node:path'
import type { Problem } from '../../renderer/core/problem.ts'
import { fileRole, isRoomFile } from './names.ts'
import { note } from './problems.ts'
import { folderKind } from './units.ts'

/** Notes on files that no item was made from, one for each folder: a folder of photographs is one remark, not thousands. */
export function looseFileNotes(paths: readonly string[]): Problem[] {
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    if (isRoomFile(path)) continue
    const folder = posix.dirname(path)
    const names = folders.get(folder)
    if (names) names.push(path)
    else folders.set(folder, [path])
  }
  return [...folders].map(([folder, names]) =>
    names.length === 1 ? single(names[0] ?? folder) : several(folder, names),
  )
}

function single(path: string): Problem {
  const known = !['other', 'xml'].includes(fileRole(path))
  const message = known ? 'No item uses this file, so it is not shown.' : 'Files of this kind are not read.'
  return note({ path }, message, known ? remedy('it', path) : unread(path))
}

function unread(path: string): string {
  return fileRole(path) === 'xml'
    ? 'If it is a journey in CJML, move it into journeys/; else leave it: it does no harm.'
    : 'Export it in another format, or leave it: it does no harm.'
}

function several(folder: string, paths: readonly string[]): Problem {
  const names = paths
    .slice(0, 3)
    .map((path) => posix.basename(path))
    .join(', ')
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  const message = `No item uses ${paths.length} files here: ${names}${more}.`
  return note(
    { path: folder === '.' ? (paths[0] ?? folder) : folder },
    message,
    remedy('each', paths[0] ?? folder),
  )
}

/** Of a photograph the wall has to know what is seen on it, and who. */
function remedy(which: 'it' | 'each', path: string): string {
  if (folderKind(path) === 'photo' && fileRole(path) === 'picture')
    return `Give ${which} a Markdown file of the same name with alt: (what is to be seen) and people: (who, or none), or list them in a table here.`
  return `Give ${which} a Markdown file of the same name, or name it in one.`
}
