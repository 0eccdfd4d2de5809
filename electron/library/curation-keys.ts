import {
  adminSchema,
  type Curation,
  curationSchema,
  decisionSchema,
  screenSchema,
  tableSchema,
} from '../../renderer/core/curation.ts'
import { HOLIDAY_FIELDS } from '../../renderer/core/holidays.ts'
import { likelyName } from '../../renderer/core/likely-name.ts'
import { ORDER_FIELDS } from '../../renderer/core/now-schema.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { ROTATION_FIELDS } from '../../renderer/core/rotation-schema.ts'
import { roomScheduleSchema, screenScheduleSchema } from '../../renderer/core/schedule-schema.ts'
import { warning } from './problems.ts'
import { asFields, type Data } from './readers/yaml.ts'

/** Names in room.yaml that mean nothing, each with the one that was probably meant. */

/** A group of fields in the file, by its place, and the fields that it may have. */
type Group = readonly [field: string, value: unknown, known: readonly string[]]

/** The line of a field, else of the nearest one around it; a single order is read as a list of one. */
export function lineOf({ lines }: Data, field: string): number {
  for (let at = field; at !== ''; at = at.replace(/(^|[.[])[^.[]*$/, '')) {
    const line = lines[at]
    if (line !== undefined) return line
  }
  return 1
}

/** Keys that are read nowhere. */
export function unknownKeys(path: string, data: Data): Problem[] {
  return groupsOf(asFields(data.value) ?? {}).flatMap(([prefix, value, known]) => {
    const unknown = Object.keys(asFields(value) ?? {}).filter((key) => !known.includes(key))
    return unknown.map((key) => {
      const field = prefix === '' ? key : `${prefix}.${key}`
      const likely = likelyName(key, known)
      const hint = likely === undefined ? 'It has no effect.' : `Did you mean ${likely}? It has no effect.`
      return warning(
        { path, line: lineOf(data, field), field },
        'There is no setting of this name here.',
        hint,
      )
    })
  })
}

function groupsOf(root: Readonly<Record<string, unknown>>): Group[] {
  const screens = named('screens', root['screens'], Object.keys(screenSchema.shape))
  const orders = asFields(root['now']) ?? {}
  return [
    ['', root, Object.keys(curationSchema.shape)],
    ['rotation', root['rotation'], ROTATION_FIELDS],
    ...screens,
    ...screens.map(
      ([field, screen]): Group => [`${field}.sound`, asFields(screen)?.['sound'], ['on', 'volume']],
    ),
    ...screens.flatMap(([field, screen]) =>
      schedule(`${field}.schedule`, asFields(screen)?.['schedule'], Object.keys(screenScheduleSchema.shape)),
    ),
    ...schedule('schedule', root['schedule'], Object.keys(roomScheduleSchema.shape)),
    ['now', root['now'], Object.keys(ORDER_FIELDS)],
    ...Object.entries(ORDER_FIELDS).flatMap(([order, known]) => listed(`now.${order}`, orders[order], known)),
    ['admin', root['admin'], Object.keys(adminSchema.shape)],
    ...named('items', root['items'], Object.keys(decisionSchema.shape)),
    ...named('tables', root['tables'], Object.keys(tableSchema.shape)),
  ]
}

function schedule(field: string, value: unknown, known: readonly string[]): Group[] {
  return [
    [field, value, known],
    ...listed(`${field}.holidays`, asFields(value)?.['holidays'], HOLIDAY_FIELDS),
  ]
}

function named(field: string, value: unknown, known: readonly string[]): Group[] {
  return Object.entries(asFields(value) ?? {}).map(([name, each]): Group => [`${field}.${name}`, each, known])
}

/** One, or a list of them. */
function listed(field: string, value: unknown, known: readonly string[]): Group[] {
  return Array.isArray(value)
    ? value.map((each, at): Group => [`${field}[${at}]`, each, known])
    : [[field, value, known]]
}

/** Screens that an order names and the room does not: it would wait for ever for one of that name. */
export function unknownScreens(path: string, data: Data, { screens, now }: Curation): Problem[] {
  const known = Object.keys(screens)
  if (known.length === 0) return []
  return Object.entries(now).flatMap(([order, given]) => {
    const unknown = given.flatMap((each) => each.screens ?? []).filter((name) => !known.includes(name))
    return [...new Set(unknown)].map((name) => {
      const field = `now.${order}`
      const likely = likelyName(name, known)
      const hint = likely === undefined ? `This room has ${known.join(', ')}.` : `Did you mean ${likely}?`
      return warning(
        { path, line: lineOf(data, field), field },
        `There is no screen “${name}” in this room.`,
        hint,
      )
    })
  })
}
