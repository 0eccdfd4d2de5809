import type { TableSettings } from '../../renderer/core/curation.ts'
import { DATE_ORDERS, type DateOrder } from '../../renderer/core/date-order.ts'
import { fieldKey } from '../../renderer/core/draft-fields.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import type { Fields } from './defaults.ts'
import { shortHash } from './item-id.ts'
import { coded, warning } from './problems.ts'
import { saidOfTable } from './row-fields.ts'
import { headerSignature, type Mapping, mappingOf } from './table-mapping.ts'

/** How a table is to be read, by what a curator wrote: beside the table, else in room.yaml for all tables of its header. */
export interface Told {
  readonly mapping: Mapping
  readonly dates: DateOrder | undefined
  /** What is written there and means nothing. */
  readonly problems: readonly Problem[]
}

/** Names a table by its headers, whatever their order: the key of `tables:` in room.yaml. */
export function tableKey(kind: Kind, headers: readonly string[]): string {
  // A letter first: YAML would read some of them as numbers.
  const letters = shortHash(headerSignature(kind, headers))
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
  return `t${letters.slice(0, 8)}`
}

export function toldOfTable(beside: Fields, room: TableSettings | undefined, path: string): Told {
  const own = mappingOf(saidOfTable(beside, ['columns', 'mapping', 'columnmapping']))
  const named = new Set([...own.values()].map(({ field }) => field))
  const general = [...mappingOf(room?.columns)].filter(([, { field }]) => !named.has(field))
  const written = saidOfTable(beside, ['dates', 'dateorder'])
  const order = dateOrder(written)
  const problems = written !== undefined && order === undefined ? [unknownOrder(path)] : []
  return { mapping: new Map([...general, ...own]), dates: order ?? room?.dates, problems }
}

const SHORT: Readonly<Record<string, DateOrder>> = { dmy: 'day first', mdy: 'month first', ymd: 'year first' }

function dateOrder(written: unknown): DateOrder | undefined {
  const key = typeof written === 'string' ? fieldKey(written) : ''
  return DATE_ORDERS.find((order) => fieldKey(order) === key) ?? SHORT[key]
}

function unknownOrder(path: string): Problem {
  const hint = `Write dates: ${DATE_ORDERS.slice(0, -1).join(', ')} or ${DATE_ORDERS.at(-1)}.`
  return coded('dates', warning({ path, field: 'dates' }, 'This is no order of the numbers in a date.', hint))
}
