import { type Curation, UNREADABLE_CURATION } from '../renderer/core/curation.ts'
import type { Card } from '../renderer/core/deck.ts'
import type { Item } from '../renderer/core/item.ts'
import type { Problem } from '../renderer/core/problem.ts'
import type { CachedFile, Gone, IndexReader, PlacedItem } from './library/protocol.ts'

/** The index at one revision. */
export interface IndexState {
  /** 0 until a first scan has ended. */
  readonly revision: number
  readonly cards: readonly Card[]
  readonly curation: Curation
  readonly problems: readonly Problem[]
  readonly gone: readonly Gone[]
}

export interface Place {
  readonly path: string
  readonly line: number
}

/** The host's hold on index.db, which may be missing, replaced or damaged at any time and is then simply opened again. */
export interface RoomIndex {
  /** As of the last refresh. */
  state(): IndexState
  /** Reads it again; false, and the last state stays in force, where there is nothing to be read. */
  refresh(): boolean
  item(id: string): Item | undefined
  /** With the places where they stand; those that are not there are left out. */
  items(ids: readonly string[]): readonly PlacedItem[]
  media(hash: string): CachedFile | undefined
  /** Where these cards were read from, by their ids. */
  places(of: ReadonlySet<Card>): ReadonlyMap<string, Place>
  /** False while words that were taken out have yet to be overwritten where they lay. */
  isScrubbed(): boolean
  close(): void
}

const NOTHING: IndexState = { revision: 0, cards: [], curation: UNREADABLE_CURATION, problems: [], gone: [] }

export function openRoomIndex(open: () => IndexReader): RoomIndex {
  let reader: IndexReader | undefined
  let state = NOTHING

  function close(): void {
    reader?.close()
    reader = undefined
  }

  /** A reader that fails is thrown away; the next question opens another. */
  function ask<Answer>(question: (reader: IndexReader) => Answer): Answer | undefined {
    try {
      reader ??= open()
      return question(reader)
    } catch {
      close()
      return undefined
    }
  }

  return {
    state: () => state,

    refresh() {
      const found = ask(readState)
      // A library that has just begun a new index knows nothing yet; what we have is better.
      if (found === undefined || found.revision === 0) return false
      state = found
      return true
    },
    item: (id) => ask((index) => index.item(id)),
    items: (ids) => ask((index) => index.items(ids)) ?? [],
    media: (hash) => ask((index) => index.media(hash)),
    places(of) {
      const places = ask((index) => index.places(of)) ?? []
      return new Map(places.map(({ card, path, line }) => [card.id, { path, line }]))
    },
    isScrubbed: () => ask((index) => index.isScrubbed()) ?? false,
    close,
  }
}

/** The library may write between two of these questions: then they are asked again, a few times; its next message comes anyway. */
function readState(index: IndexReader): IndexState {
  let state = readOnce(index)
  for (let tries = 0; tries < 3 && index.revision() !== state.revision; tries += 1) state = readOnce(index)
  return state
}

function readOnce(index: IndexReader): IndexState {
  return {
    revision: index.revision(),
    cards: index.cards(),
    curation: index.curation(),
    problems: index.problems(),
    gone: index.gone(),
  }
}
