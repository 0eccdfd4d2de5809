import { fieldKey } from '../../renderer/core/draft-fields.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import { asFields } from './readers/yaml.ts'

/** What the author named: by the key of the header, the field and the header as it was written. */
export type Mapping = ReadonlyMap<string, { readonly field: string; readonly header: string }>

/** `columns: {text: "What did you like?"}` out of the file beside a table. */
export function mappingOf(columns: unknown): Mapping {
  const named = Object.entries(asFields(columns) ?? {})
  return new Map(
    named.flatMap(([field, header]) =>
      typeof header === 'string' || typeof header === 'number'
        ? [[fieldKey(`${header}`), { field, header: `${header}` }] as const]
        : [],
    ),
  )
}

/** The header of a table, whatever the order of its columns. */
export function headerSignature(kind: Kind, headers: readonly string[]): string {
  return JSON.stringify([kind, ...headers.map(fieldKey).sort()])
}
