import { hash } from 'node:crypto'
import { stemOf } from './names.ts'

/** Headers that name a row, in exports that people have; compared without case, spaces and marks. */
const ID_HEADERS = ['id', 'responseid', 'respondentid', 'reviewid', 'ticketid', 'networkid', '#']

/** What plays, decisions and consent refer to: the author's own id, else the path without its extension. */
export function fileItemId(path: string, fields: Readonly<Record<string, unknown>>): string {
  return explicitId(fields) ?? stemOf(path)
}

export function explicitId(fields: Readonly<Record<string, unknown>>): string | undefined {
  const found = Object.entries(fields).find(([name]) => name.toLowerCase() === 'id')?.[1]
  const text =
    typeof found === 'string' || typeof found === 'number' ? String(found).normalize('NFC').trim() : ''
  return text === '' ? undefined : text
}

/** A row of a table, or an entry of a list: the path plus its id column, else plus a hash of its text. */
export function rowId(path: string, idCell: string | undefined, texts: readonly string[]): string {
  const own = idCell?.normalize('NFC').trim()
  return `${stemOf(path)}#${own === undefined || own === '' ? textHash(texts) : own}`
}

export function idHeader(headers: readonly string[]): string | undefined {
  const plain = headers.map((header) => header.toLowerCase().replace(/[\s_-]+/g, ''))
  const place = ID_HEADERS.map((name) => plain.indexOf(name)).find((index) => index !== -1)
  return place === undefined ? undefined : headers[place]
}

/** 128 bits of SHA-256: enough to tell any two texts of a room apart, and short enough to hold 100,000. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}

function textHash(texts: readonly string[]): string {
  const text = texts.join('\n').normalize('NFC').replace(/\s+/g, ' ').trim()
  return hash('sha256', text).slice(0, 12)
}
