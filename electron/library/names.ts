import { posix } from 'node:path'

/** What a file may be to the room, by its name alone. */
export type FileRole = 'markdown' | 'data' | 'table' | 'transcript' | 'picture' | 'audio' | 'video' | 'other'

const ROLES: Readonly<Record<string, FileRole>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.yaml': 'data',
  '.yml': 'data',
  '.json': 'data',
  '.csv': 'table',
  '.tsv': 'table',
  '.tab': 'table',
  '.vtt': 'transcript',
  '.srt': 'transcript',
  '.svg': 'picture',
  '.png': 'picture',
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.webp': 'picture',
  '.avif': 'picture',
  '.gif': 'picture',
  '.tif': 'picture',
  '.tiff': 'picture',
  '.heic': 'picture',
  '.heif': 'picture',
  '.pdf': 'picture',
  '.wav': 'audio',
  '.mp3': 'audio',
  '.m4a': 'audio',
  '.aac': 'audio',
  '.ogg': 'audio',
  '.oga': 'audio',
  '.opus': 'audio',
  '.flac': 'audio',
  '.amr': 'audio',
  '.wma': 'audio',
  '.aif': 'audio',
  '.aiff': 'audio',
  // Refused with the way to convert them, rather than passed over in silence.
  '.gsm': 'audio',
  '.spx': 'audio',
  '.au': 'audio',
  '.raw': 'audio',
  '.al': 'audio',
  '.ul': 'audio',
  '.mp4': 'video',
  '.m4v': 'video',
  '.mov': 'video',
  '.mkv': 'video',
  '.webm': 'video',
  '.avi': 'video',
  '.wmv': 'video',
  '.ogv': 'video',
  '.mpg': 'video',
  '.mpeg': 'video',
  '.3gp': 'video',
}

/** Containers that may hold a film or only sound; what is asked of them decides. */
const EITHER = new Set(['.webm', '.mp4', '.mov', '.mkv', '.3gp', '.ogv'])

/** True where a file may be read as what is asked of it. */
export function mayBeReadAs(path: string, as: 'picture' | 'audio' | 'video'): boolean {
  return fileRole(path) === as || (as !== 'picture' && EITHER.has(posix.extname(path).toLowerCase()))
}

/** As speech services name what they export: `call.transcript.json` belongs to `call.wav`. */
const JSON_TRANSCRIPT = /\.transcript\.json$/i

/** Paths in here are POSIX paths relative to the content folder, in Unicode NFC. */
export function fileRole(path: string): FileRole {
  if (JSON_TRANSCRIPT.test(path)) return 'transcript'
  return ROLES[posix.extname(path).toLowerCase()] ?? 'other'
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
/** Half-made files of office programs, browsers, editors and sync clients; and the copies that these keep of a conflict. */
const LITTER_PATTERNS = [
  /^[.~#]/,
  /~$/,
  /#$/,
  /\.(part|partial|crdownload|download|tmp|temp|swp|bak|filepart|!sync|lnk|lock)$/i,
  /\.sync-conflict-/i,
  /\((?:.* )?conflicted copy\b.*\)/i,
]
const ABOUT_THE_FOLDER =
  /^(readme|credits|licen[cs]e|copying|copyright|notice|contributing|changelog|authors)([.-].*)?$/i

/** True for what operating systems, editors and sync clients leave behind, and for what speaks about the folder itself. */
export function isLitter(name: string): boolean {
  const lower = name.toLowerCase()
  if (LITTER_NAMES.has(lower) || LITTER_FOLDERS.has(lower)) return true
  return LITTER_PATTERNS.some((pattern) => pattern.test(name)) || ABOUT_THE_FOLDER.test(name)
}

/** The curation, at the top of the folder. */
export function isRoomFile(path: string): boolean {
  return path === 'room.yaml' || path === 'room.yml'
}
