import type { Draft } from '../../core/draft.ts'
import { lineOf, type NamedFields, type Note } from '../../core/draft-fields.ts'
import { extensionOf, numberOf, pathBeside, textOf } from '../../core/draft-values.ts'
import type { MediaRequest } from '../../core/kind.ts'
import { DOCUMENT_FILES, PICTURE_FILES } from '../../core/media-files.ts'

interface JourneyMap {
  readonly media: Readonly<Record<string, MediaRequest>>
  readonly notes: readonly Note[]
}

/** The file of a journey that is a picture or a document: named, or beside the text. Phases that are written win over it. */
export function mapOf(draft: Draft, named: NamedFields, hasPhases: boolean): JourneyMap {
  const { values, writtenAs } = named
  // `map:` means the phases, and may hold a file's name instead.
  const field =
    values['picture'] === undefined && isMap(textOf(values['phases']) ?? '') ? 'phases' : 'picture'
  const name = textOf(values[field])
  const line = { ...lineOf(draft, named, field), field: writtenAs[field] ?? field }
  if (hasPhases) return { media: {}, notes: name === undefined || field === 'phases' ? [] : [unused(line)] }
  const path = name === undefined ? beside(draft) : pathBeside(draft.path, name)
  if (path === undefined) return { media: {}, notes: name === undefined ? [] : [outside(line)] }
  const page = numberOf(values['page'])
  const onwards = page === undefined ? { onwards: true } : { page: Math.max(1, Math.round(page)) }
  return { media: { map: { as: 'picture', path, needed: true, ...onwards } }, notes: [] }
}

function isMap(path: string): boolean {
  return [...DOCUMENT_FILES, ...PICTURE_FILES].includes(extensionOf(path))
}

function beside({ siblings, pictures }: Draft): string | undefined {
  return siblings.find(isMap) ?? pictures[0]?.path
}

function unused(line: Pick<Note, 'field' | 'line'>): Note {
  return {
    ...line,
    severity: 'note',
    message: 'The phases of this journey are drawn, so its picture is not shown.',
    hint: 'Write one or the other, or give the picture a file of its own with its title.',
  }
}

function outside(line: Pick<Note, 'field' | 'line'>): Note {
  return {
    ...line,
    severity: 'warning',
    message: 'This picture lies outside the content folder and is not used.',
    hint: 'Copy the picture into the folder, beside this file, and write its name here.',
  }
}
