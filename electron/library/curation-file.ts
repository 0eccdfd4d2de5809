import { z } from 'zod'
import { type Curation, curationSchema } from '../../renderer/core/curation.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { findings } from '../../renderer/core/schema-findings.ts'
import { lineOf, unknownKeys, unknownScreens } from './curation-keys.ts'
import { error } from './problems.ts'
import { type Read, readable, unreadable } from './readers/reading.ts'
import { readText } from './readers/text-file.ts'
import { asFields, type Data, readYaml } from './readers/yaml.ts'

const GOES_ON = 'The last good room.yaml stays in force.'

/** room.yaml as the curation, with the keys that mean nothing. A broken one is unreadable as a whole: half a curation is none. */
export function readCuration(path: string, bytes: Uint8Array): Read<Curation> {
  const text = readText(path, bytes)
  if (!text.ok) return broken(text.unreadable)
  return curationOf(path, readYaml(path, text.value))
}

/** The same of a text that has been read as YAML already. */
export function curationOf(path: string, data: Read<Data>): Read<Curation> {
  if (!data.ok) return broken(data.unreadable)
  const fields = data.value.value === null ? {} : asFields(data.value.value)
  if (!fields)
    return broken(
      error({ path }, 'This file holds no fields.', 'Write one a line, such as name: Our customers.'),
    )
  const parsed = curationSchema.safeParse(fields)
  if (parsed.success)
    return readable(parsed.data, [
      ...data.problems,
      ...unknownKeys(path, data.value),
      ...unknownScreens(path, data.value, parsed.data),
    ])
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

/** The curation as the index keeps it. */
export function curationFrom(json: string): Curation | undefined {
  const parsed = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(curationSchema)
    .safeParse(json)
  return parsed.success ? parsed.data : undefined
}
