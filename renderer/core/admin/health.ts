import { z } from 'zod'
import type { Problem } from '../problem.ts'

/** How the machine, the library and the wall fare; told by what was measured, never by what was hoped for. */

export interface DisplayHealth {
  readonly name: string
  readonly widthPx: number
  readonly heightPx: number
  readonly scale: number
  readonly isWall: boolean
}

/** What only the composition root knows: it is handed in. */
export interface MachineFacts {
  readonly versions: Readonly<Record<string, string>>
  readonly platform: string
  readonly displays: readonly DisplayHealth[]
  /** ms since 1970 UTC */
  readonly startedAt: number
  /** Memory of all our processes, MB, as far as it is known. */
  readonly memoryMb?: number | undefined
}

export interface HealthEvent {
  /** ms since 1970 UTC */
  readonly at: number
  readonly what: string
  /** May name items: shown to the curator, left out of the file for support. */
  readonly detail: string
}

export interface HealthAnswer {
  readonly library: {
    readonly revision: number
    readonly items: number
    readonly shown: number
    readonly byStanding: Readonly<Record<string, number>>
    readonly byKind: Readonly<Record<string, number>>
    readonly isReading: boolean
    readonly isFolderReachable: boolean
    /** Bytes of what was derived. */
    readonly indexBytes: number
    readonly searchBytes: number
    readonly isSearchWhole: boolean
  }
  readonly wall: {
    readonly what: string
    readonly lastPaintAt?: number | undefined
    readonly playsToday: number
    readonly screen: string
  }
  readonly disk: {
    readonly freeBytes?: number | undefined
    readonly totalBytes?: number | undefined
    readonly recordBytes: number
  }
  readonly clock: {
    /** ms since 1970 UTC */
    readonly now: number
    readonly highest: number
    readonly zone: string
    readonly isTrusted: boolean
    readonly because: string
  }
  readonly displays: readonly DisplayHealth[]
  /** Of the last 30 days, by what was noted: starts, restarts, lost walls. */
  readonly counts: Readonly<Record<string, number>>
  /** The last hundred, the newest first. */
  readonly events: readonly HealthEvent[]
  readonly problems: { readonly [Each in Problem['severity']]: number }
  readonly versions: Readonly<Record<string, string>>
  readonly platform: string
  readonly startedAt: number
  readonly memoryMb?: number | undefined
}

export interface HealthCalls {
  health(): HealthAnswer
  /** The same without a title, a path, an id or a word of anybody, to be sent to whoever helps. JSON. */
  supportFile(): { readonly name: string; readonly text: string }
}

export const healthArguments: {
  readonly [Name in keyof HealthCalls]: z.ZodType<Parameters<HealthCalls[Name]>>
} = { health: z.tuple([]), supportFile: z.tuple([]) }
