import { posix } from 'node:path'
import type { MediaRequest } from '../../renderer/core/kind.ts'

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
  '.xlsx': 'table',
  '.xlsm': 'table',
  // Refused with the way to convert them, rather than passed over.
  '.xls': 'table',
  '.xlsb': 'table',
  '.ods': 'table',
  '.numbers': 'table',
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
  '.bmp': 'picture',
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
  '.mp4': 'video',
  '.m4v': 'video',
  '.webm': 'video',
  '.mov': 'video',
  '.mkv': 'video',
  '.avi': 'video',
  '.ogv': 'video',
}

/** Paths in here are POSIX paths relative to the content folder, in Unicode NFC. */
export function fileRole(path: string): FileRole {
  return ROLES[posix.extname(path).toLowerCase()] ?? 'other'
}

/** May this file be read as what a kind asks for? A `.webm` holds a film or a voice alone: whoever asks knows which. */
export function mayBe(path: string, wanted: MediaRequest['as']): boolean {
  return fileRole(path) === wanted || (wanted === 'audio' && /\.webm$/i.test(path))
}

/** Files that go with others of the same name: pictures, recordings, films and what is said in them. */
export function isMedia(path: string): boolean {
  return ['picture', 'audio', 'video', 'transcript'].includes(fileRole(path))
}

/** The path without its extension: what an item is called where it names no id. */
export function stemOf(path: string): string {
  const extension = posix.extname(path)
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

/** The curation, at the top of the folder; capitals in its name are no reason to do without it. */
export function isRoomFile(path: string): boolean {
  return /^room\.ya?ml$/i.test(path)
}
