import { changes } from './en/changes.ts'
import { consent } from './en/consent.ts'
import { fields } from './en/fields.ts'
import { form } from './en/form.ts'
import { health } from './en/health.ts'
import { history } from './en/history.ts'
import { imports } from './en/import.ts'
import { item } from './en/item.ts'
import { kinds } from './en/kinds.ts'
import { ledger } from './en/ledger.ts'
import { library } from './en/library.ts'
import { lock } from './en/lock.ts'
import { now } from './en/now.ts'
import { order } from './en/order.ts'
import { picture } from './en/picture.ts'
import { reasons } from './en/reasons.ts'
import { shell } from './en/shell.ts'
import { worklist } from './en/worklist.ts'

/** Every word of the curator's window in English. Its type is that of all languages: what one lacks does not compile. */
export const en = {
  changes,
  consent,
  fields,
  form,
  health,
  history,
  imports,
  item,
  kinds,
  ledger,
  library,
  lock,
  now,
  order,
  picture,
  reasons,
  shell,
  worklist,
}
export type Words = typeof en
