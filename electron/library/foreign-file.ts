import type { Draft } from '../../renderer/core/draft.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import type { Refused } from './items.ts'
import { error, warning } from './problems.ts'

/** Unknown fields that are told one by one. */
const FEW = 2
/** Fields that any file may have, whatever it is. */
const OF_ANYTHING = [
  'id',
  'title',
  'name',
  'description',
  'date',
  'lang',
  'language',
  'author',
  'source',
  'start',
  'end',
]

/** Of a file that another program wrote for itself, a list of all that it lacks would hide what it is. */
export function inShort(refused: Refused, draft: Draft, kind: Kind, unknown: readonly Problem[]): Refused {
  if (draft.told?.some(({ severity }) => severity === 'error')) return refused
  const strange = unknown.flatMap(({ field }) => field ?? [])
  const own = Object.keys(draft.fields).filter(
    (name) => name in draft.lines && !OF_ANYTHING.includes(name.toLowerCase()),
  )
  const isForeign =
    strange.length > 1 && own.every((name) => strange.includes(name)) && draft.sections.length === 0
  if (isForeign) return { ...refused, problems: [foreign(draft, kind, listed(strange), neededBy(refused))] }
  const told = strange.length <= FEW ? unknown : [unknownTogether(draft, kind, listed(strange))]
  return { ...refused, problems: [...told, ...refused.problems] }
}

function foreign({ path, line }: Draft, kind: Kind, names: string, needed: string): Problem {
  const message = `This is no ${kind}: it has ${names}, which mean nothing to one.`
  const hint = `If another program made it, take it out of this folder; files of its name beside it are then read without it. Else write what a ${kind} needs: ${needed}.`
  return error({ path, line }, message, hint)
}

function unknownTogether({ path, line }: Draft, kind: Kind, names: string): Problem {
  return warning(
    { path, line },
    `A ${kind} has no fields called ${names}.`,
    'They were kept and have no effect.',
  )
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`
}

function neededBy({ problems }: Refused): string {
  const fields = problems.flatMap(({ severity, field }) =>
    severity === 'error' && field !== undefined ? [field] : [],
  )
  return fields.length === 0 ? 'its fields' : [...new Set(fields)].join(', ')
}
