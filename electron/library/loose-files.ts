import { posix } from 'node:path'
import type { Problem } from '../../renderer/core/problem.ts'
import { fileRole, isConflictCopy, isRoomFile } from './names.ts'
import { note } from './problems.ts'
import { folderKind } from './units.ts'

/** Notes on files that no item was made from, one for each folder: a folder of photographs is one remark, not thousands. */
export function looseFileNotes(paths: readonly string[]): Problem[] {
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    if (isRoomFile(path) || isReceipt(path)) continue
    const folder = posix.dirname(path)
    const names = folders.get(folder)
    if (names) names.push(path)
    else folders.set(folder, [path])
  }
  return [...folders].flatMap(([folder, names]) => {
    const known = names.filter(isKnown)
    const others = names.filter((path) => !isKnown(path))
    const byRemedy = [...Map.groupBy(others, unread).values()]
    return [known, ...byRemedy]
      .filter((group) => group.length > 0)
      .map((group) => (group.length === 1 ? single(group[0] ?? folder) : several(folder, group)))
  })
}

/** What a meeting around the customer chair kept is paper, not something to be shown. */
function isReceipt(path: string): boolean {
  return /^receipts\/[^/]+\.pdf$/i.test(path)
}

function isKnown(path: string): boolean {
  return !['other', 'xml'].includes(fileRole(path))
}

function single(path: string): Problem {
  const known = isKnown(path)
  const message = known ? 'No item uses this file, so it is not shown.' : 'Files of this kind are not read.'
  return note({ path }, message, known ? remedy('it', path) : unread(path))
}

function unread(path: string): string {
  if (isConflictCopy(path)) return CONFLICT
  return fileRole(path) === 'xml'
    ? 'If it is a journey in CJML, move it into journeys/; else leave it: it does no harm.'
    : (transcriptRemedy(path) ??
        INSTEAD.find(([pattern]) => pattern.test(path))?.[1] ??
        'Export it in another format, or leave it: it does no harm.')
}

const CONFLICT =
  'A sync client kept it because two people changed the same file. Take over what matters, then delete it.'

/** Beside a recording, words without times are no transcript yet. */
function transcriptRemedy(path: string): string | undefined {
  const isHeard = ['call', 'clip'].includes(folderKind(path) ?? '')
  return isHeard && /\.(?:docx?|odt|rtf|txt|html?|pdf|ass|ssa|sbv|ttml|dfxp|stl|smi|lrc)$/i.test(path)
    ? 'If it is a transcript, export it with its times, as WebVTT (.vtt) or SRT (.srt).'
    : undefined
}

/** What to do with files that people often have. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\.(?:docx?|odt|rtf|pages)$/i, 'Copy its words into a text file that ends in .md.'],
  [/\.(?:pptx?|key|odp)$/i, 'Save it as PDF, or copy its words into a text file that ends in .md.'],
  [/\.(?:txt|html?|eml|msg)$/i, 'Copy the words that matter into a text file that ends in .md.'],
  [
    /\.(?:gsheet|gdoc|gslides|url|webloc)$/i,
    'This is only a link: download what it leads to, as .csv, .xlsx or .md.',
  ],
  [
    /\.(?:ac3|mka|ra|dss|ds2|msv|aax|vox|g72\d|mp2|ape|wv)$/i,
    'Convert it to WAV, MP3 or M4A, under the same name.',
  ],
  [/\.(?:ts|mts|m2ts|vob|rm|rmvb|divx|f4v|wtv)$/i, 'Convert it to MP4 (H.264), under the same name.'],
  [/\.(?:zip|7z|rar|tar|gz)$/i, 'Unpack it here.'],
  [
    /\.(?:cr2|cr3|nef|arw|dng|raf|orf|rw2|ai|eps|ico|pcx|cdr|sketch|fig|xd|indd)$/i,
    'Export it as JPEG or PNG, under the same name.',
  ],
]

function several(folder: string, paths: readonly string[]): Problem {
  const names = paths
    .slice(0, 3)
    .map((path) => posix.basename(path))
    .join(', ')
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  const known = isKnown(paths[0] ?? folder)
  const message = known
    ? `No item uses ${paths.length} files here: ${names}${more}.`
    : `${paths.length} files here are of kinds that are not read: ${names}${more}.`
  return note(
    { path: folder === '.' ? (paths[0] ?? folder) : folder },
    message,
    known ? remedy('each', paths[0] ?? folder) : unread(paths[0] ?? folder),
  )
}

/** Of a photograph the wall has to know what is seen on it, and who. */
function remedy(which: 'it' | 'each', path: string): string {
  if (folderKind(path) === 'photo' && fileRole(path) === 'picture')
    return `Give ${which} a Markdown file of the same name with alt: (what is to be seen) and people: (who, or none), or list them in a table here.`
  return `Give ${which} a Markdown file of the same name, or name it in one.`
}
