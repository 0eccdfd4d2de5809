import { setImmediate as breath } from 'node:timers/promises'
import { searchTerms } from '../../renderer/core/search-text.ts'
import type { SearchReader } from '../library/search-reader.ts'
import type { ItemColumns } from './item-columns.ts'
import { eachInSlices } from './slices.ts'

/** Where words are found, by the slots of the room. Whoever looks for evidence asks the same. */
export interface FoundWords {
  /** By slot: 0 not found, ANYWHERE, or IN_HEAD where all of the words are in title or place. */
  readonly slots: Uint8Array
}

export const ANYWHERE = 1
export const IN_HEAD = 2

const HEAD = 1
const BODY = 2
/** Pages of documents that are taken in at once. */
const PAGE = 4_096
/** Terms that are remembered: somebody types, and each letter asks for all of the words before it again. */
const MOST_TERMS = 64

export class WordFinder {
  readonly #search: SearchReader
  readonly #columns: ItemColumns
  #ids: string[] = []
  #file = ''
  #loaded = { generation: 0, doc: 0 }
  #slots = { of: '', byDoc: new Int32Array(0) }
  #known = new Map<string, Uint8Array>()
  #generation = ''

  constructor(search: SearchReader, columns: ItemColumns) {
    this.#search = search
    this.#columns = columns
  }

  /** The revision of the index that it knows whole. */
  revision(): number {
    return this.#search.revision()
  }

  /** Another one whenever something else is found. */
  generation(): string {
    return this.#search.generation()
  }

  /** Undefined where the query has no words: nothing is narrowed by it. */
  async find(query: string): Promise<FoundWords | undefined> {
    const terms = searchTerms(query)
    if (terms.length === 0) return undefined
    await this.#load()
    const flags: Uint8Array[] = []
    for (const term of terms) {
      flags.push(this.#flagsOf(term))
      await breath()
    }
    const byDoc = await this.#slotsByDoc()
    const slots = new Uint8Array(this.#columns.length)
    const [first = new Uint8Array(0), ...others] = flags
    for (let doc = 0; doc < first.length; doc += 1) {
      let all = first[doc] ?? 0
      if (all === 0) continue
      let isIn = true
      for (const other of others) {
        const flag = other[doc] ?? 0
        isIn &&= flag !== 0
        all &= flag
      }
      const slot = byDoc[doc] ?? -1
      if (isIn && slot >= 0) slots[slot] = (all & HEAD) === HEAD ? IN_HEAD : ANYWHERE
    }
    return { slots }
  }

  close(): void {
    this.#search.close()
  }

  /** By document: whether the term is in its head, its body, or both. */
  #flagsOf(term: string): Uint8Array {
    const known = this.#known.get(term)
    if (known) return known
    const rows = this.#search.rowsOf(term)
    const flags = new Uint8Array(this.#ids.length)
    for (const row of rows) {
      const doc = row >> 1
      if (doc < flags.length) flags[doc] = (flags[doc] ?? 0) | (row % 2 === 0 ? HEAD : BODY)
    }
    if (this.#known.size >= MOST_TERMS) this.#known.delete(this.#known.keys().next().value ?? '')
    this.#known.set(term, flags)
    return flags
  }

  /** What is new in the search since it was last asked. */
  async #load(): Promise<void> {
    const generation = this.#search.generation()
    if (generation === this.#generation) return
    this.#generation = generation
    this.#known.clear()
    const [file = ''] = generation.split(' ')
    if (file !== this.#file) {
      this.#file = file
      this.#ids = []
      this.#loaded = { generation: 0, doc: 0 }
    }
    for (let isMore = true; isMore; await breath()) {
      const docs = this.#search.docsAfter(this.#loaded.generation, this.#loaded.doc, PAGE)
      for (const { doc, id } of docs) this.#put(doc, id)
      const last = docs.at(-1)
      if (last) this.#loaded = last
      isMore = docs.length === PAGE
    }
  }

  #put(doc: number, id: string): void {
    while (this.#ids.length <= doc) this.#ids.push('')
    this.#ids[doc] = id
  }

  async #slotsByDoc(): Promise<Int32Array> {
    const { version, slotOf } = this.#columns
    const of = `${this.#generation} ${version}`
    if (this.#slots.of === of) return this.#slots.byDoc
    const byDoc = new Int32Array(this.#ids.length)
    await eachInSlices(this.#ids.length, (doc) => {
      byDoc[doc] = slotOf.get(this.#ids[doc] ?? '') ?? -1
    })
    if (this.#columns.version === version) this.#slots = { of, byDoc }
    return byDoc
  }
}
