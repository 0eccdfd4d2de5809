import { z } from 'zod'
import {
  type Curation,
  curationSchema,
  decisionSchema,
  screenSchema,
  tableSchema,
} from '../../renderer/core/curation.ts'
import { nowSchema } from '../../renderer/core/now-schema.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { roomScheduleSchema, screenScheduleSchema } from '../../renderer/core/schedule-schema.ts'
import { likelyName } from './likely.ts'
import { findings } from './messages.ts'
import { error, warning } from './problems.ts'
import { type Read, readable, unreadable } from './readers/reading.ts'
import { readText } from './readers/text-file.ts'
import { asFields, type Data, readYaml } from './readers/yaml.ts'

const GOES_ON = 'The last good room.yaml stays in force.'

/** room.yaml as the curation, with the keys that mean nothing. A broken one is unreadable as a whole: half a curation is none. */
export function readCuration(path: string, bytes: Uint8Array): Read<Curation> {
  const text = readText(path, bytes)
  if (!text.ok) return broken(text.unreadable)
  const data = readYaml(path, text.value)
  if (!data.ok) return broken(data.unreadable)
  const fields = data.value.value === null ? {} : asFields(data.value.value)
  if (!fields)
    return broken(
      error({ path }, 'This file holds no fields.', 'Write one a line, such as name: Our customers.'),
    )
  const parsed = curationSchema.safeParse(fields)
  if (parsed.success) return readable(parsed.data, [...data.problems, ...unknownKeys(path, data.value)])
  const [first] = findings(parsed.error, fields)
  const field = first?.field ?? ''
  const line = lineOf(data.value, field)
  return broken(
    error({ path, line, field }, first?.message ?? 'This file cannot be read.', first?.hint ?? 'Correct it.'),
  )
}

function broken(problem: Problem): Read<never> {
  return unreadable({ ...problem, message: `${problem.message} ${GOES_ON}` })
}

function lineOf({ lines }: Data, field: string): number {
  return lines[field] ?? lines[field.replace(/[.[][^.[]*$/, '')] ?? lines[field.split(/[.[]/)[0] ?? ''] ?? 1
}

/** Keys that are read nowhere, each with the one that was probably meant. */
function unknownKeys(path: string, data: Data): Problem[] {
  const root = asFields(data.value) ?? {}
  const screens = Object.entries(asFields(root['screens']) ?? {})
  const items = Object.entries(asFields(root['items']) ?? {})
  const tables = Object.entries(asFields(root['tables']) ?? {})
  const places: [string, unknown, readonly string[]][] = [
    ['', root, Object.keys(curationSchema.shape)],
    ['rotation', root['rotation'], ['seconds_min', 'seconds_max']],
    ...screens.map(([name, screen]): [string, unknown, readonly string[]] => [
      `screens.${name}`,
      screen,
      Object.keys(screenSchema.shape),
    ]),
    ...screens.map(([name, screen]): [string, unknown, readonly string[]] => [
      `screens.${name}.sound`,
      asFields(screen)?.['sound'],
      ['on', 'volume'],
    ]),
    ['schedule', root['schedule'], Object.keys(roomScheduleSchema.shape)],
    ...screens.map(([name, screen]): [string, unknown, readonly string[]] => [
      `screens.${name}.schedule`,
      asFields(screen)?.['schedule'],
      Object.keys(screenScheduleSchema.shape),
    ]),
    ['now', root['now'], Object.keys(nowSchema.shape)],
    ...items.map(([id, decision]): [string, unknown, readonly string[]] => [
      `items.${id}`,
      decision,
      Object.keys(decisionSchema.shape),
    ]),
    ...tables.map(([key, table]): [string, unknown, readonly string[]] => [
      `tables.${key}`,
      table,
      Object.keys(tableSchema.shape),
    ]),
  ]
  return places.flatMap(([prefix, value, known]) => {
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

/** The curation as the index keeps it. */
export function curationFrom(json: string): Curation | undefined {
  const parsed = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(curationSchema)
    .safeParse(json)
  return parsed.success ? parsed.data : undefined
}
