import type { CastMember } from '../contract.ts'
import type { Media } from '../item.ts'
import type { FoundFigure, FoundVerbatim, Majority } from './evidence.ts'

/**
 * The customer chair as it is to be drawn. One scene at a time; everything in it may be shown at this very moment, and
 * what may be shown no longer is gone from it with the next snapshot. Texts are complete and in the room's language,
 * but for the scene's own fixed words ("You are not me."), which its drawing brings along.
 */
export interface ChairView {
  /** Another id is another scene, to be painted anew; within one, a highlight moves and a count grows. */
  readonly sceneId: string
  readonly scene: ChairScene
  /** What the on-screen buttons may offer just now; a press sends the same keys as a remote. */
  readonly can: { readonly goOn: boolean; readonly goBack: boolean; readonly end: boolean }
}

export type ChairScene =
  | StillScene
  | HappenedScene
  | PersonaScene
  | TopicScene
  | GuessScene
  | RevealScene
  | ObjectionScene
  | PromiseScene
  | OwnerScene
  | DateScene
  | ConfirmScene
  | ReceiptScene
export type ChairSceneType = ChairScene['type']

/** Whoever sits in the chair: a composite, and it says so. */
export interface ChairPersona extends CastMember {
  /** Her sentence; `isHers` where she said it, else it is what we think that she needs. */
  readonly sentence: { readonly text: string; readonly isHers: boolean }
  readonly description?: string | undefined
  readonly occupation?: string | undefined
  /** What makes her give up, in her file's order. */
  readonly frustrations: readonly string[]
  /** Seated, with hands to be seen, on a transparent ground; else the portrait is all there is. */
  readonly seated?: Media | undefined
  /** Body height, mm. */
  readonly heightMm?: number | undefined
  readonly isComposite: boolean
  /** How many people she stands for. */
  readonly n?: number | undefined
  readonly source?: string | undefined
  readonly captured?: string | undefined
  readonly lang?: string | undefined
  readonly alt?: string | undefined
}

/** "43 of 60 people said ...": something of her evidence, counted. */
export interface ChairFact {
  readonly itemId: string
  /** A whole sentence. */
  readonly text: string
  readonly source?: string | undefined
  readonly captured?: string | undefined
}

/** Silent while people talk. Nothing moves but the pixels' orbit; any key begins. */
export interface StillScene {
  readonly type: 'still'
  readonly persona: ChairPersona
  readonly fact?: ChairFact | undefined
}

export interface Choice {
  readonly id: string
  readonly label: string
  /** A second line: where a suggestion is from, the day that is meant. */
  readonly note?: string | undefined
  readonly lang?: string | undefined
  /** The key that chooses it, 1..9. */
  readonly digit?: number | undefined
  /** What Enter and Page Down choose. */
  readonly isHighlighted: boolean
  /** `write` opens the field for typing; `none` is the way past the question. */
  readonly does: 'choose' | 'write' | 'none'
}

/** While somebody writes: all other keys but Enter, Page Up, Page Down and Escape belong to the text. */
export interface Typing {
  readonly text: string
  /** Characters at most. */
  readonly most: number
  readonly what: 'topic' | 'promise' | 'owner' | 'names'
}

/** A promise whose day has come: before anything new, what happened? */
export interface HappenedScene {
  readonly type: 'happened'
  readonly persona: ChairPersona
  readonly commitment: {
    readonly itemId: string
    readonly said?: string | undefined
    readonly promise: string
    readonly owner: string
    /** As precise as it was written. */
    readonly due: string
    readonly lang?: string | undefined
  }
  /** Of all that are due; index from 0. */
  readonly place: { readonly index: number; readonly count: number }
  /** Kept, not yet, dropped, and to be asked next time. */
  readonly choices: readonly Choice[]
  readonly refusal?: ChairRefusal | undefined
}

export interface PersonaScene {
  readonly type: 'persona'
  /** The choice's id is the persona's. */
  readonly choices: readonly (Choice & { readonly persona: ChairPersona })[]
}

export interface TopicScene {
  readonly type: 'topic'
  readonly persona: ChairPersona
  readonly choices: readonly Choice[]
  readonly typing?: Typing | undefined
  /** The room is being searched; it takes a moment. */
  readonly isLooking: boolean
}

/** The decision: the question, and a number from everybody before anybody has seen the answer. */
export interface GuessScene {
  readonly type: 'guess'
  readonly persona: ChairPersona
  readonly topic: string
  readonly question: string
  /** What the ends of the line mean. */
  readonly ends: { readonly low: string; readonly high: string }
  /** How many have guessed. Not what: a number on the wall pulls the next one towards it. */
  readonly count: number
  /** 0..10: what Enter adds, for who has no digits; absent until it was moved. */
  readonly highlighted?: number | undefined
}

export interface ChairVerbatim extends FoundVerbatim {
  /** "Research", "partial" or "assumption" of the item it is from. */
  readonly evidence?: CastMember['evidence'] | undefined
}

export interface RevealScene {
  readonly type: 'reveal'
  readonly persona: ChairPersona
  readonly topic: string
  readonly question: string
  readonly ends: { readonly low: string; readonly high: string }
  /** Each 0..10, in the order in which they came; empty where nobody guessed. */
  readonly guesses: readonly number[]
  /** Mean of the guesses, one decimal. */
  readonly guess?: number | undefined
  readonly figure?: FoundFigure | undefined
  /** Two to four; none where the room holds nothing on it. */
  readonly verbatims: readonly ChairVerbatim[]
  readonly majority?: Majority | undefined
  /** Of the meetings before this one that had both, the oldest first. */
  readonly gaps: readonly GapPoint[]
}

/** One meeting's guess and what had been measured, 0..10 each. */
export interface GapPoint {
  /** `YYYY-MM-DD` in the room's own time. */
  readonly day: string
  readonly guess: number
  readonly figure: number
}

/** "What would make her say no?" Talked about, not written down. */
export interface ObjectionScene {
  readonly type: 'objection'
  readonly persona: ChairPersona
  readonly topic: string
}

/** What we will do. */
export interface PromiseScene {
  readonly type: 'promise'
  readonly persona: ChairPersona
  readonly topic: string
  readonly choices: readonly Choice[]
  readonly typing?: Typing | undefined
}

/** Who will do it: a role or a department, never a name. */
export interface OwnerScene {
  readonly type: 'owner'
  readonly persona: ChairPersona
  readonly promise: string
  readonly choices: readonly Choice[]
  readonly typing?: Typing | undefined
}

/** Until when. */
export interface DateScene {
  readonly type: 'date'
  readonly persona: ChairPersona
  readonly promise: string
  readonly owner: string
  readonly choices: readonly Choice[]
}

/** Nothing has been written so far. Going on writes it. */
export interface ConfirmScene {
  readonly type: 'confirm'
  readonly persona: ChairPersona
  readonly topic: string
  /** Absent where nothing was promised: going on only keeps the meeting in the record. */
  readonly commitment?: PromisedView | undefined
}

export interface PromisedView {
  /** What was said: the first verbatim of the reveal, else the topic. */
  readonly said: string
  /** The item that says it; absent for the topic. */
  readonly saidIn?: string | undefined
  readonly promise: string
  readonly owner: string
  /** `YYYY-MM-DD` */
  readonly due: string
}

/** The meeting is in the record, and the promise in the folder or on its way there. */
export interface ReceiptScene {
  readonly type: 'receipt'
  readonly persona: ChairPersona
  readonly topic: string
  readonly question: string
  readonly guess?: number | undefined
  readonly figure?: FoundFigure | undefined
  readonly commitment?: PromisedView | undefined
  /** This meeting's is the last, where it has one. */
  readonly gaps: readonly GapPoint[]
  readonly isSaving: boolean
  /** Path of the promise's file in the folder, once it is there. */
  readonly path?: string | undefined
  /** Print, keep as PDF in the folder, write names on it, done. */
  readonly choices: readonly Choice[]
  readonly typing?: Typing | undefined
  /** Path of the PDF in the folder, once it is there. */
  readonly kept?: string | undefined
  readonly isPrinted: boolean
  readonly refusal?: ChairRefusal | undefined
}

/** Why something could not be written, and what becomes of it. */
export interface ChairRefusal {
  readonly message: string
  readonly hint: string
}
