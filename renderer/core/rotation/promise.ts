import type { Traits } from './traits.ts'

/** What a curator promises to show in time: each value of a field, within so long. */
export interface CoveragePromise {
  readonly every: PromiseField
  /** ms of time on the wall */
  readonly withinMs: number
  /** As it is told: `every persona within 1 h`. */
  readonly text: string
}

export const PROMISE_FIELDS = ['persona', 'segment', 'stage', 'theme', 'department', 'kind'] as const
export type PromiseField = (typeof PROMISE_FIELDS)[number]

/** When each value was last on, ms of the wall's own time, by promise and value. */
export type PromiseMemory = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Spans between two showings of a value that were short enough, and those that were not. */
export interface PromiseTally {
  readonly kept: number
  readonly missed: number
}

/** How one promise fares. */
export interface PromiseCount extends PromiseTally {
  readonly promise: string
  readonly every: PromiseField
  readonly withinMs: number
  /** Values that something in the room may bring. */
  readonly values: number
  /** Values whose time is over at the moment. */
  readonly open: readonly string[]
}

/** More values than this are not pursued: no wall could keep such a promise, and looking after them costs time with each slide. */
export const MOST_VALUES = 200

/** What of an item counts for a promise, by the names under which values are one. */
export function promisedValues(traits: Traits, field: PromiseField): readonly string[] {
  switch (field) {
    case 'persona':
      return traits.personas
    case 'segment':
      return traits.segments
    case 'stage':
      return traits.stages
    case 'theme':
      return traits.themes
    case 'department':
      return traits.departments
    case 'kind':
      return [traits.kind]
  }
}
