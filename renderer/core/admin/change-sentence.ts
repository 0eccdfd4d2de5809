/**
 * A change in a sentence, as a key of the message catalogue with its values: the window says it in its own language.
 * Items are named by their titles as they were then; of several, the first and how many.
 */

export interface ItemsNamed {
  readonly title: string
  readonly kind: string
  /** All of them, the named one included. */
  readonly count: number
}

export type ChangeSentence =
  | { readonly key: 'hid' | 'unhid' | 'pinned-item' | 'unpinned-item'; readonly items: ItemsNamed }
  | { readonly key: 'weighed'; readonly items: ItemsNamed; readonly weight: number | null }
  | {
      readonly key: 'dated'
      readonly items: ItemsNamed
      readonly from: string | null
      readonly until: string | null
    }
  | { readonly key: 'dayparted'; readonly items: ItemsNamed; readonly dayparts: readonly string[] }
  | { readonly key: 'cleared'; readonly items: ItemsNamed; readonly what: readonly string[] }
  | { readonly key: 'decided'; readonly items: ItemsNamed }
  /** `setting` is the path with dots; a value that is no single word is not told. */
  | {
      readonly key: 'set'
      readonly setting: string
      readonly value: string | number | boolean | null
      readonly count: number
    }
  | { readonly key: 'pin'; readonly items: ItemsNamed }
  | { readonly key: 'takeover'; readonly items: ItemsNamed; readonly until: string }
  | { readonly key: 'message'; readonly until: string }
  | { readonly key: 'pause'; readonly until: string | null }
  | { readonly key: 'visitors'; readonly audience: string; readonly until: string }
  | { readonly key: 'released'; readonly what: 'pin' | 'takeover' | 'pause' | 'visitors' }
  /** 0..100 */
  | { readonly key: 'volume'; readonly screen: string; readonly percent: number }
  | { readonly key: 'sound'; readonly screen: string; readonly on: boolean }
  | { readonly key: 'table'; readonly table: string }
  | { readonly key: 'defaults'; readonly path: string }
  | { readonly key: 'fields'; readonly items: ItemsNamed; readonly fields: readonly string[] }
  | { readonly key: 'text'; readonly path: string }
  /** How many words, never which. */
  | { readonly key: 'redacted'; readonly items: ItemsNamed; readonly words: number }
  | { readonly key: 'consent' | 'published'; readonly items: ItemsNamed }
  | { readonly key: 'withdrew'; readonly who: string; readonly count: number }
  /** Without a title: what is erased is named nowhere. */
  | { readonly key: 'erased'; readonly count: number }
  | { readonly key: 'restored'; readonly at: number }
  | { readonly key: 'imported'; readonly files: number; readonly name: string }
  /** In front of the customer chair: the name of the file without its ending. */
  | { readonly key: 'promised' | 'receipt'; readonly name: string }

export type SentenceKey = ChangeSentence['key']
