import { changes } from './de/changes.ts'
import { consent } from './de/consent.ts'
import { fields } from './de/fields.ts'
import { form } from './de/form.ts'
import { health } from './de/health.ts'
import { history } from './de/history.ts'
import { imports } from './de/import.ts'
import { item } from './de/item.ts'
import { kinds } from './de/kinds.ts'
import { ledger } from './de/ledger.ts'
import { library } from './de/library.ts'
import { lock } from './de/lock.ts'
import { now } from './de/now.ts'
import { order } from './de/order.ts'
import { picture } from './de/picture.ts'
import { reasons } from './de/reasons.ts'
import { shell } from './de/shell.ts'
import { worklist } from './de/worklist.ts'
import type { Words } from './en.ts'

/** Every word of the curator's window in German. */
export const de: Words = {
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
