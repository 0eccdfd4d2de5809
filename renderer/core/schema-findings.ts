import type { z } from 'zod'
import { likelyName } from './likely-name.ts'
import { quoted } from './quoted.ts'

/** A schema's finding in the words of somebody who runs a wall. */
export interface Finding {
  /** As the author writes it, e.g. `phases[2].emotion`. */
  readonly field: string
  readonly message: string
  readonly hint: string
}

type Issue = z.core.$ZodIssue

const HINTS: Readonly<Record<string, string>> = {
  consent:
    'Write who (a pseudonym), given (a date), purposes: [display] and audience: [staff] under consent:, or public_source: where it was published.',
  captured: 'Write a date such as 2026-03-04, 2026-03 or 2026.',
  from: 'Write a date such as 2026-03-04.',
  until: 'Write a date such as 2026-03-04.',
  evidence: 'Write evidence: assumption, partial or research.',
  source: 'Write where it is from, e.g. source: Interviews in the shop.',
  audience: 'Write staff, guests or public.',
  weight: 'Write a number from 0 (never) to 100; 1 is usual.',
  sentiment: 'Write a number from -2 (bad) to 2 (good).',
  text: 'Write the words into the file, below the front matter, or after text:.',
  quote: 'Write quote: or need: between the two lines of --- at the top of the file.',
  ask: 'Write ask: guess (or pre-mortem, tomorrow, decision) at the top, or put the questions under a heading of that name.',
  transcript:
    'In it, each caption is a line such as 00:01.000 --> 00:04.000 and, below it, “Caller: ” and the words.',
  captions: 'In it, each caption is a line such as 00:01.000 --> 00:04.000 and, below it, the words.',
  n: 'Write how many people it stands for, as a number.',
}

/** Every issue of a failed parse; of a union's branches the one that the author seems to have meant. */
export function findings(error: { readonly issues: readonly Issue[] }, input: unknown): Finding[] {
  return error.issues
    .flatMap((issue) => meant(issue, input))
    .map((issue) => finding(issue, valueAt(input, issue.path)))
}

function meant(issue: Issue, input: unknown): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const value = valueAt(input, issue.path)
  const branches = issue.errors.filter((branch) => branch.every((inner) => inner.path.length > 0))
  const touched =
    branches.find((branch) => branch.some((inner) => valueAt(value, inner.path) !== undefined)) ?? branches[0]
  if (!touched) return [{ ...issue, code: 'custom', message: 'is not written in a way that we can read' }]
  return touched.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }, input))
}

function finding(issue: Issue, value: unknown): Finding {
  return { field: fieldName(issue.path), message: message(issue, value), hint: hintFor(issue, value) }
}

/** The field is named beside the message; a value is quoted where it says more than "it". */
function message(issue: Issue, value: unknown): string {
  const predicate = ownWords(issue) ?? inWords(issue, value === undefined)
  const aboutValue =
    !/^(is missing|needs|has to)/.test(predicate) && ['string', 'number', 'boolean'].includes(typeof value)
  return `${aboutValue ? quoted(value) : 'It'} ${predicate}.`
}

/** Kinds write what is wrong as the end of a sentence; what the schema library says by itself starts with a capital. */
function ownWords(issue: Issue): string | undefined {
  return /^\p{Ll}/u.test(issue.message) ? issue.message.replace(/\.$/, '') : undefined
}

function inWords(issue: Issue, missing: boolean): string {
  if (missing) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${TYPES[issue.expected] ?? 'what belongs here'}`
    case 'too_small':
      return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is empty'
    case 'too_big':
      return issue.origin === 'number'
        ? `is more than ${issue.maximum}`
        : `is too long (${issue.maximum} at most)`
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'is not written in a way that we can read'
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no (true or false)',
  array: 'a list',
  tuple: 'a list of two',
  object: 'a group of fields',
  record: 'a group of fields',
}

function hintFor(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const likely = likelyName(value, issue.values.map(String))
    if (likely !== undefined) return `Did you mean ${likely}?`
  }
  const [top, second] = issue.path
  if (second === 'given' || second === 'expires' || second === 'withdrawn' || second === 'date')
    return HINTS['captured'] ?? ''
  const own = HINTS[String(top)]
  if (own !== undefined) return own
  if (value === undefined && issue.path.length === 1) return `Add a line ${String(top)}: with it.`
  return `Correct ${fieldName(issue.path) || 'the item'} and save the file.`
}

export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : `${name === '' ? '' : `${name}.`}${String(part)}`,
    '',
  )
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }, input)
}
