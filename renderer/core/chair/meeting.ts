import type { FoundEvidence } from './evidence.ts'
import type { ChairRefusal, ChairSceneType, Typing } from './view.ts'

/** What a meeting around the chair knows, what may happen to it and what comes of that. Times in ms of any steady clock. */

/** What a decision is about. */
export interface Topic {
  readonly id: string
  /** One that items carry, a question of the room's own, or what somebody wrote. */
  readonly type: 'theme' | 'prompt' | 'typed'
  readonly words: string
  /** A prompt's own question. */
  readonly question?: string | undefined
  /** The item that a prompt names as its answer. */
  readonly answer?: string | undefined
  readonly lang?: string | undefined
}

/** What the room offers at this moment; everything in it may be shown. */
export interface MeetingRoom {
  readonly language: string
  /** `YYYY-MM-DD` in the room's own time. */
  readonly today: string
  /** Ids and names, in the order in which they are offered; none: nobody can sit in the chair. */
  readonly personas: readonly { readonly id: string; readonly name: string }[]
  readonly personaOfDay: string | undefined
  /** Ids of promises whose day has come and that nobody has answered for today, the oldest first. */
  readonly due: readonly string[]
  topics(personaId: string): readonly Topic[]
  /** Departments and roles. */
  readonly owners: readonly string[]
  readonly canPrint: boolean
  /** Without a key for so long, the chair is still again; ms. */
  readonly idleMs: number
}

export interface MeetingState {
  readonly step: ChairSceneType
  /** Grows with each scene. */
  readonly serial: number
  /** Index of a choice; at the guess, the number 0..10. */
  readonly highlighted?: number | undefined
  readonly isTyping: boolean
  /** What was written so far, by field: going back and forth loses none of it. */
  readonly typed: Readonly<Partial<Record<Typing['what'], string>>>
  /** Promises that are asked for in this meeting, and which of them just now. */
  readonly due: readonly string[]
  readonly asked: number
  /** An answer is being written. */
  readonly isAnswering: boolean
  readonly persona?: string | undefined
  readonly topic?: Topic | undefined
  /** The search that is under way. */
  /** Searches so far: an answer to an earlier one comes too late. */
  readonly requests: number
  readonly looking?: { readonly request: number; readonly topic: Topic } | undefined
  readonly found: FoundEvidence
  /** The persona and the topic that the guesses are about. */
  readonly about?: string | undefined
  readonly guesses: readonly number[]
  /** The answer was seen: a guess after it is none. */
  readonly isRevealed: boolean
  readonly promise?: Promised | undefined
  readonly owner?: string | undefined
  /** `YYYY-MM-DD` */
  readonly date?: string | undefined
  readonly saving?: Saving | undefined
  readonly receipt: ReceiptState
  /** Why the last answer could not be written. */
  readonly refusal?: ChairRefusal | undefined
  readonly touchedAt: number
}

/** `none`: the meeting ends without one, and says so. */
export type Promised = { readonly type: 'none' } | { readonly type: 'made'; readonly text: string }

export interface Saving {
  readonly isDone: boolean
  readonly path?: string | undefined
}

export interface ReceiptState {
  readonly isMaking: boolean
  readonly kept?: string | undefined
  readonly isPrinted: boolean
}

export type MeetingEvent =
  /** As the browser names it. */
  | { readonly type: 'key'; readonly key: string }
  /** A touch names the scene that it was meant for. */
  | { readonly type: 'choose'; readonly serial: number; readonly choice: string }
  | { readonly type: 'guess'; readonly serial: number; readonly guess: number }
  | { readonly type: 'type'; readonly serial: number; readonly text: string }
  /** Time has passed, or the room is another: idle meetings end, and who may not be shown leaves. */
  | { readonly type: 'look' }
  | { readonly type: 'found'; readonly request: number; readonly found: FoundEvidence }
  | { readonly type: 'answered'; readonly itemId: string; readonly refusal?: ChairRefusal | undefined }
  | {
      readonly type: 'saved'
      readonly path?: string | undefined
      readonly refusal?: ChairRefusal | undefined
    }
  | {
      readonly type: 'receipt-made'
      readonly as: 'file' | 'print'
      readonly path?: string | undefined
      readonly refusal?: ChairRefusal | undefined
    }

export const ANSWERS = ['kept', 'not-yet', 'dropped'] as const
export type DueAnswer = (typeof ANSWERS)[number]

/** A decision as it goes into the record and the folder. */
export interface Meeting {
  readonly persona: string
  readonly topic: Topic
  readonly found: FoundEvidence
  readonly guesses: readonly number[]
  readonly commitment?: { readonly promise: string; readonly owner: string; readonly due: string } | undefined
}

/** What the host is to do. Nothing is written but by `answer`, `save` and `receipt`. */
export type MeetingEffect =
  | { readonly type: 'find'; readonly request: number; readonly topic: Topic; readonly persona: string }
  | { readonly type: 'answer'; readonly itemId: string; readonly answer: DueAnswer }
  | { readonly type: 'save'; readonly meeting: Meeting }
  | {
      readonly type: 'receipt'
      readonly as: 'file' | 'print'
      readonly meeting: Meeting
      readonly names?: string | undefined
    }

export interface MeetingStep {
  readonly state: MeetingState
  readonly effects: readonly MeetingEffect[]
}

/** The usual patience of a chair: ms without a key. */
export const IDLE_MS = 120_000
/** Promises that are asked for at the start of one meeting, at most. */
export const MOST_DUE = 3
/** Guesses of one room, at most. */
export const MOST_GUESSES = 40
