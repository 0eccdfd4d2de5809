import type { Draft } from '../../renderer/core/draft.ts'
import { fieldKey } from '../../renderer/core/draft-fields.ts'
import { likelyName } from '../../renderer/core/likely-name.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { KINDS, type Kind } from '../../renderer/kinds/index.ts'
import { closedField, definitionOf } from './items.ts'
import { error, note, warning } from './problems.ts'
import { ownKind } from './units.ts'

type Said = Pick<Draft, 'path' | 'fields' | 'lines'>

export type KindFound =
  | {
      readonly kind: Kind
      /** The draft's fields; a word that was written as its kind stands under the field that it belongs to. */
      readonly fields: Draft['fields']
      readonly told: readonly Problem[]
    }
  | { readonly problem: Problem }

/** What a draft is: its own word wins over its folder's. A word that is no kind leaves the decision to the folder. */
export function kindOf(draft: Said, byFolder: Kind | undefined): KindFound {
  const own = ownKind(draft.fields)
  if (own.kind !== undefined) return { kind: own.kind, fields: draft.fields, told: [] }
  if (own.unknown !== undefined) return unknownWord(draft, own.unknown, byFolder)
  if (byFolder !== undefined) return { kind: byFolder, fields: draft.fields, told: [] }
  const folders = KINDS.map((kind) => `${definitionOf(kind).folders[0]}/`).join(', ')
  const hint = `Move it into a folder such as ${folders} or write kind: at its top.`
  return {
    problem: note({ path: draft.path }, 'This file is in no folder of a kind, so it is not shown.', hint),
  }
}

function unknownWord(draft: Said, word: string, byFolder: Kind | undefined): KindFound {
  const likely = likelyName(word, KINDS)
  const place = { path: draft.path, line: draft.lines['kind'] ?? 1, field: 'kind' }
  const message = `“${word}” is no kind of item.`
  const meant = likely === undefined ? `Kinds are ${KINDS.join(', ')}.` : `Did you mean ${likely}?`
  // A slip for another kind than the folder's: as the wrong one, it might be shown without the consent that it needs.
  if (byFolder === undefined || (likely !== undefined && likely !== byFolder))
    return { problem: error(place, message, meant) }
  const read = `${message} We read it as a ${byFolder}, as its folder says.`
  const belongs = closedField(byFolder, word)
  if (belongs === undefined || hasField(draft.fields, belongs.name))
    return { kind: byFolder, fields: draft.fields, told: [warning(place, read, meant)] }
  const others = Object.entries(draft.fields).filter(([name]) => name.toLowerCase() !== 'kind')
  const fields = { ...Object.fromEntries(others), [belongs.name]: belongs.value }
  const hint = `Write ${belongs.name}: ${belongs.value} instead of kind: ${word}.`
  return { kind: byFolder, fields, told: [note(place, read, hint)] }
}

function hasField(fields: Draft['fields'], name: string): boolean {
  return Object.keys(fields).some((written) => fieldKey(written) === fieldKey(name))
}
