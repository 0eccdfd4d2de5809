/** What can be read and written as text; tables are too long for it, and are opened where they lie. */
const TEXT = /\.(?:md|markdown|txt|ya?ml|json|vtt|srt)$/i

export function isTextFile(path: string): boolean {
  return TEXT.test(path)
}

/** True of a file whose rows are items of their own. */
export function isTableFile(path: string): boolean {
  return /\.(?:csv|tsv|tab|xlsx|xlsm)$/i.test(path)
}
