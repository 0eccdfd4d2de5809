import { error } from '../problems.ts'
import { decodeText, encodingOf } from '../text.ts'
import { type Read, readable, unreadable } from './reading.ts'

const EMPTY = 'Save it again, or delete it.'
const NOT_WHOLE = 'Copy it here again, or save it again where it was made.'

/** The text of a small file (Markdown, YAML, a transcript) in whatever encoding it is, with line ends made alike. */
export function readText(path: string, bytes: Uint8Array): Read<string> {
  const encoding = encodingOf(bytes)
  if ('damaged' in encoding) return unreadable(damagedText(path, encoding.damaged))
  const text = decodeText(bytes, encoding.name).replaceAll('\0', '').replace(/\r\n?/g, '\n')
  // An editor that fails to save leaves this; nobody writes a file in order to say nothing.
  if (text.trim() === '') return unreadable(error({ path }, 'This file is empty.', EMPTY))
  return readable(text)
}

export function damagedText(path: string, damaged: 'zeros' | 'cut' | 'binary') {
  if (damaged === 'binary')
    return error({ path }, 'This is not a text file, whatever its name says.', 'Export it as text.')
  return error({ path }, 'This file is not complete yet, or it is damaged: its end is missing.', NOT_WHOLE)
}
