import { textsOf } from '../../renderer/core/draft-values.ts'
import { phrasePattern } from '../../renderer/core/redaction.ts'
import { fileRole } from '../library/names.ts'
import { readYaml } from '../library/readers/yaml.ts'
import { fieldsOf, type ItemPlace, sidecarOf, writtenName } from './item-place.ts'
import { refuse } from './refusal.ts'
import { documentParts, type Workspace } from './workspace.ts'
import { isPlainMap, type YamlEdit, type YamlPath } from './yaml-values.ts'

/**
 * Takes words off the wall: `[[...]]` around them in text that people write, the `redact:` list for a table's rows and
 * for what the marks do not reach, such as words that a line break or a bold letter divides.
 */
export async function redactWords(
  workspace: Workspace,
  place: ItemPlace,
  words: readonly string[],
): Promise<void> {
  const { unit, item, own } = place
  const left: string[] = []
  for (const word of words) {
    let marked = 0
    if (unit.role === 'markdown') marked += await inDocument(workspace, unit.path, word)
    else if (unit.role === 'data' && own) marked += await inFields(workspace, unit.path, own.at, word)
    for (const path of unit.members)
      if (fileRole(path) === 'transcript' && !/\.json$/i.test(path))
        marked += await inTranscript(workspace, path, word)
    if (marked === 0) left.push(word)
  }
  if (left.length === 0) return
  if (unit.role === 'markdown' || (unit.role === 'data' && own && own.at.length > 0)) {
    const fields = own?.fields
    if (!fields)
      throw refuse(
        'not-found',
        'These words are not found in the text as they are written.',
        'Edit the text of the file.',
        {
          path: item.path,
          line: item.line,
          items: [item.id],
        },
      )
    return list(workspace, own.path, own.at, fields, writtenName(item, fields, 'redact'), left)
  }
  const path = unit.role === 'data' ? unit.path : sidecarOf(unit)
  return list(workspace, path, [], await fieldsOf(workspace, path), 'redact', left)
}

async function list(
  workspace: Workspace,
  path: string,
  at: YamlPath,
  fields: Readonly<Record<string, unknown>>,
  name: string,
  words: readonly string[],
): Promise<void> {
  const before = textsOf(fields[name])
  const value = [...new Set([...before, ...words])]
  await workspace.patch(path, [{ path: [...at, name], value }])
}

/** Marks each place where the words stand and are not marked yet; how many these were. */
export function marked(text: string, word: string): { text: string; count: number } {
  const pattern = new RegExp(phrasePattern(word), 'giu')
  let count = 0
  const parts = text.split(/(\[\[[\s\S]*?(?:\]\]|$))/)
  const made = parts.map((part, at) =>
    at % 2 === 1
      ? part
      : part.replace(pattern, (found) => {
          count += 1
          return `[[${found}]]`
        }),
  )
  return { text: made.join(''), count }
}

async function inDocument(workspace: Workspace, path: string, word: string): Promise<number> {
  const text = (await workspace.text(path)) ?? ''
  const { head, yaml, tail } = documentParts(path, text)
  const body = text.startsWith('---') ? marked(tail.slice(3), word) : marked(text, word)
  if (body.count > 0)
    await workspace.setText(
      path,
      text.startsWith('---') ? head + yaml + tail.slice(0, 3) + body.text : body.text,
    )
  return body.count + (text.startsWith('---') ? await inFields(workspace, path, [], word, yaml) : 0)
}

/** Fields that name things rather than say them. */
const NOT_SAID =
  /^(id|kind|consent|audience|redact|redactions|who|file|audio|video|picture|image|portrait|from|until|captured|date|given|expires)$/i

async function inFields(
  workspace: Workspace,
  path: string,
  at: YamlPath,
  word: string,
  yaml?: string,
): Promise<number> {
  const text = yaml ?? (await workspace.text(path)) ?? ''
  const read = readYaml(path, text.trim() === '' ? '{}' : text)
  const data = read.ok
    ? at.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)?.[key], read.value.value)
    : {}
  const edits: YamlEdit[] = []
  let count = 0
  const look = (value: unknown, place: YamlPath): void => {
    if (typeof value === 'string') {
      const made = marked(value, word)
      if (made.count > 0) edits.push({ path: place, value: made.text })
      count += made.count
    } else if (Array.isArray(value))
      for (const [index, each] of value.entries()) look(each, [...place, index])
    else if (isPlainMap(value))
      for (const [name, each] of Object.entries(value)) if (!NOT_SAID.test(name)) look(each, [...place, name])
  }
  look(data, at)
  if (edits.length > 0) await workspace.patch(path, edits)
  return count
}

/** Lines of times and names stay; what is marked is silent in the recording too. */
async function inTranscript(workspace: Workspace, path: string, word: string): Promise<number> {
  const text = (await workspace.text(path)) ?? ''
  let count = 0
  const made = text
    .split(/(\r?\n\r?\n)/)
    .map((block) => {
      const times = /^[\s\S]*?-->[^\n]*\n/.exec(block)?.[0]
      if (times === undefined) return block
      const said = marked(block.slice(times.length), word)
      count += said.count
      return times + said.text
    })
    .join('')
  if (count > 0) await workspace.setText(path, made)
  return count
}
