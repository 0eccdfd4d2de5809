import { join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import type { ChangeOf } from '../../renderer/core/admin/change.ts'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import { type Envelope, envelopeSchema, type Item } from '../../renderer/core/item.ts'
import { findings } from '../../renderer/core/schema-findings.ts'
import { isKind } from '../../renderer/kinds/index.ts'
import { defaultsFrom, isBelow } from '../library/defaults.ts'
import { definitionOf } from '../library/items.ts'
import { asFields, readYaml } from '../library/readers/yaml.ts'
import { fieldsOf, type ItemPlace, type OwnFields, sidecarOf, writtenName } from './item-place.ts'
import type { LaterEdits } from './later-edits.ts'
import { readEdited } from './read-edited.ts'
import { type Refused, refuse } from './refusal.ts'
import { patchRoom, roomNow } from './room-file.ts'
import { rowEdits } from './row-edits.ts'
import { documentParts, type Workspace } from './workspace.ts'
import { isWritable } from './write-file.ts'
import { isPlainMap, isSameData, type YamlEdit, type YamlPath } from './yaml-values.ts'

/** Fields of single items, written where their files say them. Each throws a refusal where there is no such place. */

/** Fields that a decision can hold, for what stands in no file of its own. */
const BY_DECISION = ['from', 'until', 'weight', 'cleared']
const ENVELOPE = new Set(Object.keys(envelopeSchema.shape))

export async function writeFields(
  workspace: Workspace,
  place: ItemPlace,
  { fields, was }: ChangeOf<'fields'>,
  later: LaterEdits,
): Promise<void> {
  const { item, own } = place
  for (const [name, value] of Object.entries(fields))
    checkField(item, name, isNested(value) && place.unit.role !== 'table' ? null : value)
  if (!own) return decideFields(workspace, place, fields, later)
  const edits: YamlEdit[] = []
  for (const [name, value] of Object.entries(fields)) {
    const written = writtenName(item, own.fields, name)
    const now = Object.hasOwn(own.fields, written) ? own.fields[written] : undefined
    if (was && name in was) checkUntouched(item, own.path, name, value, now, was[name])
    if (now === undefined && (await inProse(workspace, place, name, value))) continue
    edits.push({ path: [...own.at, written], value: value ?? undefined })
  }
  if (edits.length > 0) await workspace.patch(own.path, edits)
  if (Object.values(fields).some(isNested)) await checkRead(workspace, place)
}

/** Fields within fields: as they are written, they are not what the schema sees, such as steps that are plain texts. */
function isNested(value: unknown): boolean {
  return isPlainMap(value) || (Array.isArray(value) && value.some((each) => typeof each === 'object'))
}

/** The reader has the last word on those. */
async function checkRead(workspace: Workspace, { item }: ItemPlace): Promise<void> {
  const { curation } = await roomNow(workspace)
  const read = await readEdited(workspace, item, defaultsFrom(curation.defaults)(item.path))
  const wrong = read?.ok === false ? read.problems.find(({ severity }) => severity === 'error') : undefined
  if (!wrong) return
  const { field, line, message, hint } = wrong
  throw refuse('invalid', message, hint, { field, line, path: item.path, items: [item.id] })
}

/** The schema's own words for what a field may not be. */
function checkField(item: Item, name: string, value: unknown): void {
  const schema = isKind(item.kind) ? definitionOf(item.kind).schema : undefined
  const own = schema instanceof z.ZodObject ? schema.shape[name] : undefined
  const field: unknown = ENVELOPE.has(name) ? envelopeSchema.shape[name as keyof Envelope] : own
  if (!(field instanceof z.ZodType))
    throw refuse('invalid', `A ${item.kind} has no field ${name}.`, 'Choose one of its fields.', {
      field: name,
      items: [item.id],
    })
  if (value === null) return
  const parsed = z.object({ [name]: field }).safeParse({ [name]: value })
  if (parsed.success) return
  const [first] = findings(parsed.error, { [name]: value })
  throw refuse('invalid', first?.message ?? 'This is no value for it.', first?.hint ?? 'Correct it.', {
    field: name,
    items: [item.id],
  })
}

function checkUntouched(
  item: Item,
  path: string,
  field: string,
  mine: unknown,
  theirs: unknown,
  was: unknown,
): void {
  if (isSameData(theirs ?? null, was ?? null) || isSameData(theirs ?? null, mine ?? null)) return
  throw refuse('conflict', 'Somebody has changed this field meanwhile.', 'Compare both, and keep one.', {
    path,
    field,
    items: [item.id],
    sides: { mine: told(mine), theirs: told(theirs) },
  })
}

/** As the file would say it; nothing where nothing is said. */
function told(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : stringify(value, { lineWidth: 0 }).trimEnd()
}

/** What a document says in its prose is changed there; false where it is said in no prose. */
async function inProse(
  workspace: Workspace,
  place: ItemPlace,
  name: string,
  value: unknown,
): Promise<boolean> {
  const { item, own, unit } = place
  const before = isPlainMap(item.body) && Object.hasOwn(item.body, name) ? item.body[name] : undefined
  // What nobody wrote stands nowhere: an empty list or a no is what the schema fills in.
  const isFilledIn = before === false || (Array.isArray(before) && before.length === 0)
  if (
    ENVELOPE.has(name) ||
    before === undefined ||
    isFilledIn ||
    unit.role !== 'markdown' ||
    own === undefined
  )
    return false
  if (!(await inWords(workspace, place, own.path, name, value))) throw inText(place, own.path, name)
  return true
}

/** Written where it stands just once and word for word; false where it does not. */
async function inWords(
  workspace: Workspace,
  { item }: ItemPlace,
  path: string,
  name: string,
  value: unknown,
): Promise<boolean> {
  const before = isPlainMap(item.body) && Object.hasOwn(item.body, name) ? item.body[name] : undefined
  const text = (await workspace.text(path)) ?? ''
  const { head, yaml, tail } = text.startsWith('---')
    ? documentParts(path, text)
    : { head: '', yaml: '', tail: text }
  const isOnce = typeof before === 'string' && before !== '' && tail.split(before).length === 2
  if (!isOnce || typeof value !== 'string' || /\n/.test(value)) return false
  await workspace.setText(path, head + yaml + tail.replace(before, () => value))
  return true
}

function inText({ item }: ItemPlace, path: string, field: string): Refused {
  return refuse(
    'no-place',
    'This stands in the text of the file, not in a field.',
    'Edit the text of the file.',
    { path, field, items: [item.id] },
  )
}

function isTime(name: string): name is 'from' | 'until' {
  return name === 'from' || name === 'until'
}

/** A row or a part of a document: what a decision can say is said in room.yaml, the rest in its cell or in its words. */
async function decideFields(
  workspace: Workspace,
  place: ItemPlace,
  fields: Readonly<Record<string, unknown>>,
  later: LaterEdits,
): Promise<void> {
  const { item, shared, unit } = place
  // A decision can make such a time shorter, and never longer than its own file says.
  const isOwnTime = (name: string): boolean =>
    shared === 'row' && isTime(name) && item.envelope[name] !== undefined
  const isDecided = (name: string): boolean => BY_DECISION.includes(name) && !isOwnTime(name)
  const entries = Object.entries(fields)
  const beside: YamlEdit[] = []
  for (const [name, value] of entries.filter(([each]) => !isDecided(each))) {
    if (shared === 'row') beside.push(...(await rowEdits(workspace, place, name, value)))
    else if (unit.role !== 'markdown' || !(await inWords(workspace, place, unit.path, name, value)))
      throw inText(place, unit.path, name)
  }
  const decided = entries.filter(([name]) => isDecided(name))
  if (decided.length > 0)
    await patchRoom(
      workspace,
      decided.map(([name, value]) => ({ path: ['items', item.id, name], value: value ?? undefined })),
    )
  if (place.row) later.add(place.row.path, beside)
}

/** Consent, or the place of publication. The older way of naming a publication goes, so that both cannot differ. */
export async function writeConsent(
  workspace: Workspace,
  place: ItemPlace,
  { consent, wholeTables }: ChangeOf<'consent'>,
  later: LaterEdits,
): Promise<void> {
  const { item, unit } = place
  const own = place.own ?? (wholeTables ? undefined : place.row)
  if (!own && !wholeTables)
    throw refuse(
      'no-place',
      'This is one of several in its file: consent can be said for all of them only.',
      'Say it for all of them, or put this one into a file of its own.',
      { path: item.path, line: item.line, items: [item.id] },
    )
  const target =
    own ?? (await forAll(workspace, unit.path, unit.role === 'markdown' ? unit.path : sidecarOf(unit)))
  const written = writtenName(item, target.fields, 'consent')
  const publicName = Object.keys(target.fields).find(
    (name) => writtenName(item, { [name]: '' }, 'public_source') === name && name !== 'public_source',
  )
  const older = ['public_source', publicName].filter(
    (name) => name !== undefined && Object.hasOwn(target.fields, name),
  )
  const edits: YamlEdit[] = [
    { path: [...target.at, written], value: plainConsent(consent) },
    ...older.map((name) => ({ path: [...target.at, `${name}`], value: undefined })),
  ]
  if (own && own === place.row) later.add(target.path, edits)
  else await workspace.patch(target.path, edits)
}

async function forAll(workspace: Workspace, unit: string, path: string) {
  const fields = path === unit ? {} : await fieldsOf(workspace, path)
  return { path, at: [] as YamlPath, fields }
}

function plainConsent(consent: object): unknown {
  return Object.fromEntries(Object.entries(consent).filter(([, value]) => value !== undefined))
}

/** Whose consent, or which publication. */
export type Withdrawn = Pick<ChangeOf<'withdraw'>, 'who' | 'published'>

/** Writes the withdrawal wherever the consent of this person, or this publication, stands that the item is shown by. */
export async function writeWithdrawal(
  workspace: Workspace,
  place: ItemPlace,
  of: Withdrawn,
  day: string,
): Promise<void> {
  const { item, own, unit } = place
  const places: OwnFields[] = [own ?? [], place.row ?? []].flat()
  if (!own && unit.role === 'markdown')
    places.push({ path: unit.path, at: [], fields: await frontMatter(workspace, unit.path) })
  for (const path of unit.members.filter((each) => each !== own?.path && /\.(ya?ml|json)$/i.test(each)))
    places.push({ path, at: [], fields: await fieldsOf(workspace, path) })
  for (const { path, at, fields } of places) {
    const edits = withdrawalIn(item, fields, at, of, day)
    if (edits.length === 0) continue
    if (await isWritable(join(workspace.folder, ...path.split('/')))) return workspace.patch(path, edits)
    return hideInstead(
      workspace,
      item,
      refuse(
        'read-only',
        'This file may not be written from here, so the item was hidden instead.',
        'Write withdrawn: into the consent on a machine that may.',
        { path, items: [item.id] },
      ),
    )
  }
  const { fields } = await roomNow(workspace)
  const defaults = isPlainMap(fields['defaults']) ? fields['defaults'] : {}
  const edits = Object.entries(defaults).flatMap(([prefix, said]): YamlEdit[] =>
    isBelow(item.path, prefix) && isPlainMap(said)
      ? withdrawalIn(item, said, ['defaults', prefix], of, day)
      : [],
  )
  if (edits.length > 0) return patchRoom(workspace, edits)
  return hideInstead(
    workspace,
    item,
    refuse(
      'no-place',
      'The line that allows it was not found where we looked for it, so the item was hidden instead.',
      'Write withdrawn: into the consent yourself.',
      { path: item.path, line: item.line, items: [item.id] },
    ),
  )
}

/** Nobody stays on a wall because one file could not be written: it is hidden, and said. */
async function hideInstead(workspace: Workspace, { id }: Item, told: Refused): Promise<never> {
  await patchRoom(workspace, [{ path: ['items', id, 'hidden'], value: true }])
  throw told
}

/** None where these fields do not say this basis. A publication that is one text becomes a group, to hold the day. */
function withdrawalIn(
  item: Item,
  fields: Readonly<Record<string, unknown>>,
  at: YamlPath,
  { who, published = false }: Withdrawn,
  day: string,
): YamlEdit[] {
  const name = writtenName(item, fields, 'consent')
  const consent = fields[name]
  const said = isPlainMap(consent) ? consent[published ? 'public_source' : 'who'] : undefined
  if (said !== undefined && `${String(said)}`.trim() === who.trim())
    return [{ path: [...at, name, 'withdrawn'], value: day }]
  const source = writtenName(item, fields, 'public_source')
  if (!published || `${String(fields[source])}`.trim() !== who.trim()) return []
  return [
    { path: [...at, name], value: { public_source: who, withdrawn: day } },
    { path: [...at, source], value: undefined },
  ]
}

async function frontMatter(workspace: Workspace, path: string): Promise<Readonly<Record<string, unknown>>> {
  const { yaml } = documentParts(path, (await workspace.text(path)) ?? '')
  const read = readYaml(path, yaml.trim() === '' ? '{}' : yaml)
  return (read.ok ? asFields(read.value.value) : undefined) ?? {}
}

/** Several items: those for which it cannot be done are told, the others are done. All of them refused is a refusal. */
export async function forEach(
  items: readonly string[],
  work: (id: string) => Promise<void>,
  isRefusal: (thrown: unknown) => Refusal | undefined,
): Promise<Refusal[]> {
  const skipped: Refusal[] = []
  for (const id of items) {
    try {
      await work(id)
    } catch (thrown) {
      const refusal = isRefusal(thrown)
      if (refusal === undefined) throw thrown
      skipped.push({ ...refusal, items: [id] })
    }
  }
  return skipped
}
