import type { Card } from '../../renderer/core/deck.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { quoted } from '../../renderer/core/quoted.ts'
import { shortHash } from './item-id.ts'
import { type Refused, samePrivacy } from './items.ts'
import type { Keep } from './keep.ts'
import { stemOf } from './names.ts'
import { error, note } from './problems.ts'
import type { Store } from './queries.ts'
import type { ItemRow, KnownItem } from './query-items.ts'

export interface WriterOptions {
  readonly unit: string
  /** Revision that changed items get. */
  readonly revision: number
  /** Change time of the unit's file, ms since 1970 UTC. */
  readonly readAt: number
  /** False once a file that the items were made from is gone: then no older version is kept. */
  readonly mayKeep: boolean
  /** Items that somebody asked to be forgotten. */
  readonly erased: ReadonlySet<string>
}

/** An item as the index holds it. */
export type WrittenItem = Pick<ItemRow, 'id' | 'line' | 'kind' | 'item' | 'card'>

/** Problems of one unit that are told one by one; a table of 100,000 rows may have one in each. */
const MAX_TOLD = 100
/** Places in which the same thing is told; what a kind infers is told once. */
const MAX_ALIKE = 3

/** Brings the items of one unit in the index to what its files say now. Runs inside a transaction, without waiting. */
export class UnitWriter {
  readonly #store: Store
  readonly #options: WriterOptions
  readonly #known: Map<string, KnownItem>
  readonly #byPrint: Map<string, KnownItem>
  readonly #seen = new Set<string>()
  readonly #problems: Problem[] = []
  readonly #freed: string[] = []
  readonly #alike = new Map<string, number>()
  /** True when an item is shown in a version that its files no longer have. */
  keptOld = false
  /** What is only broken may come back; what the files do not say any more is gone. */
  readonly #onlyBroken = new Set<string>()
  readonly #prefix: string
  #elsewhere: ReadonlyMap<string, { unit: string; line: number }> | undefined
  #untold = 0
  #seq = 0

  constructor(store: Store, options: WriterOptions) {
    this.#store = store
    this.#options = options
    this.#prefix = `${stemOf(options.unit)}#`
    const known = store.itemsOf(options.unit).filter(({ id }) => !this.#isErased(id))
    this.#known = new Map(known.map((item) => [item.id, item]))
    this.#byPrint = new Map(known.map((item) => [item.print, item]))
    store.dropRivals(options.unit)
  }

  tell(...problems: readonly Problem[]): void {
    for (const problem of problems) {
      const alike = `${problem.severity} ${problem.field} ${problem.hint}`
      const times = (this.#alike.get(alike) ?? 0) + 1
      this.#alike.set(alike, times)
      if (problem.severity === 'error' && times > MAX_ALIKE) this.#untold += 1
      else if (problem.severity !== 'error' && times > 1) continue
      else if (this.#problems.length < MAX_TOLD) this.#problems.push(problem)
      else this.#untold += 1
    }
  }

  /** What was decided before for tables of this header, so that more rows do not decide otherwise. */
  recall(signature: string): string | undefined {
    return this.#store.meta(`columns:${signature}`)
  }

  remember(signature: string, decision: string): void {
    this.#store.setMeta(`columns:${signature}`, decision)
  }

  /** Keeps the item that was made from exactly this before; false where there is none. */
  keepPrint(print: string, line: number): boolean {
    const known = this.#byPrint.get(print)
    if (!known || this.#seen.has(known.id)) return false
    this.#keep(known, line, false)
    return true
  }

  /** True where the index had nothing of this unit. */
  get isNew(): boolean {
    return this.#known.size === 0
  }

  /** True where an item was made from exactly this before, and may be kept. */
  knows(print: string): boolean {
    const known = this.#byPrint.get(print)
    return known !== undefined && !this.#seen.has(known.id)
  }

  /** An id that no other item has, or undefined where another place has it already: the first one stays. */
  claim(id: string, place: { path: string; line: number }): string | undefined {
    const other = this.#seen.has(id) ? { unit: this.#options.unit, line: undefined } : this.#placeOf(id)
    if (other === undefined || (other.unit === this.#options.unit && !this.#seen.has(id))) return id
    if (other.unit !== this.#options.unit) this.#store.addRival(id, this.#options.unit)
    const where = other.line === undefined || other.line === 1 ? other.unit : `${other.unit}:${other.line}`
    this.tell(
      error(
        { ...place, field: 'id' },
        `The id ${quoted(id)} is taken by ${where}.`,
        'Give one of the two another id.',
      ),
    )
    return undefined
  }

  /** Ids made of this unit's path are hardly ever taken elsewhere: asked once for all of them, however many rows there are. */
  #placeOf(id: string): { unit: string; line?: number } | undefined {
    if (this.#known.has(id)) return { unit: this.#options.unit }
    if (!id.startsWith(this.#prefix)) return this.#store.placeOf(id)
    this.#elsewhere ??= this.#store.placesElsewhere(this.#options.unit, this.#prefix)
    return this.#elsewhere.get(id)
  }

  /** The same text twice in a table is two answers: the second is counted. */
  claimCounted(id: string): string {
    let counted = id
    for (let count = 2; this.#seen.has(counted); count += 1) counted = `${id}-${count}`
    return counted
  }

  put(item: Item, card: Card, keys: readonly string[], print?: string): void {
    if (this.#isErased(item.id)) return this.#tellErased(item)
    const [itemJson, cardJson] = [JSON.stringify(item), JSON.stringify(card)]
    const made = print ?? shortHash(itemJson + cardJson)
    const known = this.#known.get(item.id)
    if (print === undefined && known?.print === made) return this.#keep(known, item.line, false)
    const { id, line, kind } = item
    this.#putJson({ id, line, kind, item: itemJson, card: cardJson }, keys, made)
  }

  /** An item that is JSON already, and has no media. */
  putRow(item: WrittenItem, print: string): void {
    if (this.#isErased(item.id)) return this.#tellErased({ ...item, path: this.#options.unit })
    this.#putJson(item, [], print)
  }

  #putJson(item: WrittenItem, keys: readonly string[], print: string): void {
    this.#seen.add(item.id)
    const { unit, revision, readAt } = this.#options
    const row = { ...item, unit, seq: this.#next(), print, read_at: readAt }
    this.#store.putItem(row, revision, keys, !this.#known.has(item.id))
  }

  /** An item that is broken now: its last good version stays where it may, and the problem says so. */
  refuse(id: string, refused: Refused, line: number): void {
    if (this.#isErased(id)) return
    this.#onlyBroken.add(id)
    const known = this.#known.get(id)
    const json = known && !this.#seen.has(id) ? this.#store.itemJson(id) : undefined
    if (!known || json === undefined || !this.#options.mayKeep) return this.tell(...refused.problems)
    if (!samePrivacy(refused, JSON.parse(json) as Item)) return this.tell(...refused.problems)
    this.#keep(known, line, true)
    this.tell(...withVersion(refused.problems, known.read_at))
  }

  /** True where the item in the index has one of these media. */
  hadMedia(id: string, roles: readonly string[]): boolean {
    const json = roles.length > 0 && this.#known.has(id) ? this.#store.itemJson(id) : undefined
    return json !== undefined && roles.some((role) => role in (JSON.parse(json) as Item).media)
  }

  /** The whole unit cannot be read: everything of it stays as it was, as far as it may. */
  keepAll(problem: Problem, mayKeep: Keep): void {
    if (!this.#options.mayKeep) return this.tell(problem)
    for (const id of this.#known.keys()) this.#onlyBroken.add(id)
    const kept = [...this.#known.values()].filter(({ id }) => {
      const [item, card] = [this.#store.itemJson(id), this.#store.cardJson(id)]
      return item && card && mayKeep(JSON.parse(item) as Item, (JSON.parse(card) as Card).facts)
    })
    for (const known of kept) this.#keep(known, known.line, true)
    const [first] = kept
    this.tell(...(first ? withVersion([problem], first.read_at) : [problem]))
  }

  /** Drops what the files no longer say, tells the problems; returns ids that others have been waiting for. */
  end(): readonly string[] {
    for (const id of this.#known.keys()) {
      if (this.#seen.has(id)) continue
      if (!this.#onlyBroken.has(id) && this.#concernsSomebody(id))
        this.#store.bury(id, this.#options.unit, 'removed')
      this.#store.dropItem({ id, unit: this.#options.unit })
      this.#freed.push(id)
    }
    const more =
      this.#untold === 1
        ? 'There is one more problem like these.'
        : `There are ${this.#untold} more problems like these.`
    const untold = error(
      { path: this.#options.unit },
      more,
      'Correct the first ones; often they share a cause.',
    )
    this.#store.setProblems(
      this.#options.unit,
      this.#untold === 0 ? this.#problems : [...this.#problems, untold],
    )
    return this.#freed
  }

  #isErased(id: string): boolean {
    return this.#options.erased.has(id)
  }

  #tellErased({ id, path, line }: Pick<Item, 'id' | 'path' | 'line'>): void {
    this.#store.bury(id, this.#options.unit, 'erased')
    const hint = 'Take it out of this file too; the line in room.yaml may stay, in case the file comes back.'
    this.tell(note({ path, line }, `${quoted(id)} was erased in room.yaml and is not read.`, hint))
  }

  #concernsSomebody(id: string): boolean {
    const json = this.#store.cardJson(id)
    return json !== undefined && (JSON.parse(json) as Card).facts.basis !== 'none'
  }

  #keep(known: KnownItem, line: number, stale: boolean): void {
    if (stale) this.keptOld = true
    this.#seen.add(known.id)
    const seq = this.#next()
    if (known.seq === seq && known.line === line && (known.stale === 1) === stale) return
    this.#store.keepItem({ id: known.id, unit: this.#options.unit }, seq, line, stale)
  }

  #next(): number {
    this.#seq += 1
    return this.#seq
  }
}

function withVersion(problems: readonly Problem[], readAt: number): Problem[] {
  const first = problems.findIndex(({ severity }) => severity !== 'note')
  const sentence = `The wall goes on showing the version of ${localTime(readAt)}.`
  return problems.map((problem, index) =>
    index === first ? { ...problem, message: `${problem.message} ${sentence}` } : problem,
  )
}

function localTime(ms: number): string {
  const date = new Date(ms)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
