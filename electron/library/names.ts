import { posix } from 'node:path'
import { extensionOf } from '../../renderer/core/draft-values.ts'
import type { MediaRequest } from '../../renderer/core/kind.ts'
import {
  AUDIO_FILES,
  DOCUMENT_FILES,
  EITHER_FILES,
  PICTURE_FILES,
  VIDEO_FILES,
} from '../../renderer/core/media-files.ts'

/** What a file may be to the room, by its name alone. */
export type FileRole =
  | 'markdown'
  | 'data'
  | 'table'
  | 'xml'
  | 'transcript'
  | 'picture'
  | 'audio'
  | 'video'
  | 'other'

const ROLES: ReadonlyMap<string, FileRole> = new Map(
  (
    [
      ['markdown', ['md', 'markdown']],
      ['data', ['yaml', 'yml', 'json', 'jsonl', 'ndjson']],
      ['table', ['csv', 'tsv', 'tab', 'xlsx', 'xlsm']],
      // Refused with the way to convert them, rather than passed over.
      ['table', ['xls', 'xlsb', 'ods', 'numbers']],
      ['xml', ['xml', 'cjml']],
      ['transcript', ['vtt', 'srt']],
      ['picture', [...PICTURE_FILES, ...DOCUMENT_FILES]],
      ['audio', AUDIO_FILES],
      ['video', VIDEO_FILES],
    ] as const
  ).flatMap(([role, extensions]) => extensions.map((extension) => [extension, role] as const)),
)

/** May this file be read as what a kind asks for? */
export function mayBe(path: string, wanted: MediaRequest['as']): boolean {
  return fileRole(path) === wanted || (wanted === 'audio' && EITHER_FILES.includes(extensionOf(path)))
}

/** As speech services name what they export: `call.transcript.json` belongs to `call.wav`. */
const JSON_TRANSCRIPT = /\.transcript\.json$/i

/** Paths in here are POSIX paths relative to the content folder, in Unicode NFC. */
export function fileRole(path: string): FileRole {
  if (isConflictCopy(path)) return 'other'
  const extension = extensionOf(path)
  // Asked of each file of the folder at each look: most need no second pattern.
  if (extension === 'json' && JSON_TRANSCRIPT.test(path)) return 'transcript'
  return ROLES.get(extension) ?? 'other'
}

/** Files that go with others of the same name: pictures, recordings, films and what is said in them. */
export function isMedia(path: string): boolean {
  return ['picture', 'audio', 'video', 'transcript'].includes(fileRole(path))
}

/** The path without its extension: what an item is called where it names no id. */
export function stemOf(path: string): string {
  const extension = JSON_TRANSCRIPT.exec(path)?.[0] ?? posix.extname(path)
  return extension === '' ? path : path.slice(0, -extension.length)
}

/** macOS writes names decomposed, everybody else composed; the same name must be the same id. */
export function normalName(name: string): string {
  return name.normalize('NFC')
}

const LITTER_NAMES = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  'lost+found',
  '__macosx',
  '@eadir',
])
const LITTER_FOLDERS = new Set(['$recycle.bin', 'system volume information', 'node_modules'])
/** Half-made files of office programs, browsers, editors and sync clients. */
const LITTER_PATTERNS = [
  /^[.~#]/,
  /~$/,
  /#$/,
  /\.(part|partial|crdownload|download|tmp|temp|swp|bak|filepart|!sync|lnk|lock)$/i,
]
const ABOUT_THE_FOLDER =
  /^(readme|credits|licen[cs]e|copying|copyright|notice|contributing|changelog|authors)([.-].*)?$/i

/** True for what operating systems, editors and sync clients leave behind, and for what speaks about the folder itself. */
export function isLitter(name: string): boolean {
  const lower = name.toLowerCase()
  if (LITTER_NAMES.has(lower) || LITTER_FOLDERS.has(lower)) return true
  return LITTER_PATTERNS.some((pattern) => pattern.test(name)) || ABOUT_THE_FOLDER.test(name)
}

const CONFLICTS = [
  /\.sync-conflict-\d/,
  /\((?:[^()]* )?conflicted copy\b[^()]*\)/i,
  /\((?:in Konflikt stehende Kopie|[^()]*copie en conflit|copia en conflicto)\b[^()]*\)/i,
]

/** A copy that a sync client kept because two people changed the file: it is told, and never shown beside the original. */
export function isConflictCopy(path: string): boolean {
  if (!path.includes('(') && !path.includes('.sync-conflict-')) return false
  return CONFLICTS.some((pattern) => pattern.test(posix.basename(path)))
}

/** The curation, at the top of the folder; capitals in its name are no reason to do without it. */
export function isRoomFile(path: string): boolean {
  return /^room\.ya?ml$/i.test(path)
}
