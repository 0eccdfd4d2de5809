import { z } from 'zod'
import { type FileCalls, fileArguments } from './admin/files.ts'
import { type LockCalls, lockArguments } from './admin/lock.ts'
import { type LookCalls, lookArguments } from './admin/look.ts'
import { type NowCalls, nowArguments } from './admin/now.ts'
import { type OrderCalls, orderArguments } from './admin/order.ts'
import { type OriginalCalls, originalArguments } from './admin/original.ts'
import { type ReadCalls, readArguments, readRights } from './admin/read-calls.ts'
import { type RowPreviewCalls, rowPreviewArguments } from './admin/row-preview.ts'
import type { Task } from './admin/task.ts'
import { type TryCalls, tryArguments } from './admin/try-change.ts'
import { type WriteCalls, writeArguments, writeRights } from './admin/write-calls.ts'
import { type BoothCalls, type BoothView, boothArguments } from './booth/calls.ts'
import type { BrandPaper, Paper } from './brand.ts'
import { type CalibrationCalls, calibrationArguments } from './chair/calibration.ts'
import { type ChairCalls, chairArguments, chairRights } from './chair/calls.ts'
import { type ReceiptCalls, receiptArguments, receiptRights } from './chair/receipt-calls.ts'
import type { ChairView } from './chair/view.ts'
import type { Mode } from './dwell.ts'
import type { Audience, Evidence, Item, Media } from './item.ts'
import type { Panel } from './legibility.ts'
import type { Order } from './now-orders.ts'
import type { Age } from './patina.ts'
import type { Problem } from './problem.ts'

/** The one contract between host and windows: a snapshot with a revision, calls, and subscribe. Both ends derive from it. */

/** A persona as other slides meet her: a figure and a paper beside her words. */
export interface CastMember {
  readonly id: string
  readonly name: string
  readonly age?: number | undefined
  readonly paper: Paper
  readonly evidence: Evidence
  readonly portrait?: Media | undefined
  readonly walk?: Media | undefined
}

/** One item, or one part of it, on its way to the wall. */
export interface PlayView {
  readonly playId: string
  /** With the body of this part only. */
  readonly item: Item
  /** Which slide of the item's sequence this is; index from 0. */
  readonly part: { readonly index: number; readonly count: number }
  /** How far the pass is; index from 0. */
  readonly pass: { readonly index: number; readonly count: number }
  /** The personas it speaks of, as far as they may be shown, in the item's order. */
  readonly cast: readonly CastMember[]
  /** How old what it says has become, as of today; absent where the room lets nothing age. */
  readonly age?: Age | undefined
  /** `YYYY-MM-DD` in the room's own time: for what asks a question when its day has come. */
  readonly today?: string | undefined
  /** Time on the wall from its paint, ms. */
  readonly dwellMs: number
}

export type WallView =
  | { readonly type: 'play'; readonly play: PlayView; readonly next?: PlayView | undefined }
  /** Nothing to show, and why. */
  | { readonly type: 'indexing' | 'empty' | 'withheld' | 'gone' }
  /** Outside the hours of the screen: dark and silent. */
  | { readonly type: 'off' }
  /** Words of the curator's own, in place of all plays for a time. They are no item and no play. */
  | { readonly type: 'message'; readonly message: string }
  /** Somebody explores a booth: what she sees is asked for by its window. */
  | { readonly type: 'visit' }
  /** The customer chair, on a screen of that mode: in place of all plays. */
  | { readonly type: 'chair'; readonly chair: ChairView }

export interface ScreenView {
  readonly name: string
  readonly mode: Mode
  readonly panel: Omit<Panel, 'widthPx' | 'heightPx'>
  /** Of the picture's lower edge above the floor, mm; as high as a table where absent. */
  readonly lowerEdgeMm?: number | undefined
  readonly theme: 'day' | 'evening'
  /** The organisation's own colour, in place of one of the papers. */
  readonly brand?: BrandPaper | undefined
  readonly reducedMotion: boolean
  readonly sound: boolean
  /** 0..1 */
  readonly volume: number
}

export interface Snapshot {
  /** Grows with every change; a window ignores what is older than what it has. */
  readonly revision: number
  /** Grows where the room itself is another; how far long work is leaves it as it is. */
  readonly roomRevision: number
  readonly room: { readonly name: string; readonly language: string; readonly folder: string }
  readonly screen: ScreenView
  readonly wall: WallView
  readonly problems: readonly Problem[]
  /** True while the content folder cannot be reached: the wall goes on from its own copy. */
  readonly folderGone: boolean
  /** Only where the screen is a booth. */
  readonly booth?: BoothView | undefined
  /** What its hours and its curator's orders make of this screen now, in sentences for the curator; empty where nothing is ordered. */
  readonly now?: { readonly screen: string; readonly order: string } | undefined
  /** Long work that a curator has begun, for admin alone. */
  readonly tasks?: readonly Task[] | undefined
  /** Files of the folder that wait since somebody stopped the reading, for admin alone. */
  readonly unread?: number | undefined
  readonly admin?: AdminView | undefined
}

/** What holds on one screen of the room just now, as far as room.yaml says it. */
export interface ScreenNow {
  readonly name: string
  /** Whether its hours have it on, and when that changes: ms since 1970 UTC. */
  readonly hours: { readonly isOn: boolean; readonly until?: number | undefined }
  /** When the order in force ends by itself, if one is and does: ms since 1970 UTC. */
  readonly order: { readonly type: Order['type']; readonly until?: number | undefined }
  /** Items that it shows nothing but, while they are pinned. */
  readonly pinned: readonly { readonly id: string; readonly title: string }[]
  /** Who else stands before it just now, and until when: ms since 1970 UTC. */
  readonly visitors?: { readonly audience: Audience; readonly until: number } | undefined
  /** As it is set, whatever its hours and visitors make of it just now. */
  readonly sound: { readonly on: boolean; readonly volume: number }
}

/** What only the curator's window is told. */
export interface AdminView extends Omit<ScreenNow, 'name'> {
  /** False on a desk: the folder is curated, and nothing of it hangs on this machine. */
  readonly hasWall: boolean
  /** The screens that room.yaml describes, by name. */
  readonly screens: readonly string[]
  /** IANA name: the zone in which the room's dates and times are meant. */
  readonly timezone: string
  /** Those of the room that other machines show, as this one reckons them. */
  readonly elsewhere: readonly ScreenNow[]
  readonly counts: { readonly total: number; readonly eligible: number; readonly isReading: boolean }
}

/** What the wall asks and reports, and the snapshot that every window gets. */
export interface WallCalls {
  /** The state of things now; later ones come by subscription. */
  snapshot(): Snapshot
  /** This play is on the wall, whole: the only proof that something was shown. */
  painted(report: { playId: string }): void
  /** The recording of this play has been heard to its end. */
  mediaEnded(report: { playId: string }): void
  /** This play could not be drawn. */
  failed(report: { playId: string; reason: string }): void
  /** This play was drawn, but its text would not fit at a legible size. */
  unfit(report: { playId: string; words: number; holds: number }): void
  /** The wall's main thread is running; sent several times a second. */
  alive(): void
  /** Somebody vouches for the machine's clock, after it had once been set too late; `by` is kept in the record. */
  trustClock(report: { by: string }): void
}

/** Every call of the contract: name to signature. */
export interface Calls
  extends WallCalls,
    BoothCalls,
    CalibrationCalls,
    ChairCalls,
    ReceiptCalls,
    LockCalls,
    NowCalls,
    LookCalls,
    OrderCalls,
    FileCalls,
    RowPreviewCalls,
    TryCalls,
    OriginalCalls,
    ReadCalls,
    WriteCalls {}

export type CallName = keyof Calls
/** Calls of the curator, which touch files and large lists: they may take their time. */
export type AdminCallName = Exclude<
  CallName,
  keyof WallCalls | keyof BoothCalls | keyof ChairCalls | keyof CalibrationCalls | keyof ReceiptCalls
>

const playId = z.string().min(1).max(100)
const wordTotal = z.number().int().min(0).max(1_000_000)

/** What may cross, checked at the host's door. */
export const callArguments: { readonly [Name in CallName]: z.ZodType<Parameters<Calls[Name]>> } = {
  snapshot: z.tuple([]),
  painted: z.tuple([z.strictObject({ playId })]),
  mediaEnded: z.tuple([z.strictObject({ playId })]),
  failed: z.tuple([z.strictObject({ playId, reason: z.string().max(2_000) })]),
  unfit: z.tuple([z.strictObject({ playId, words: wordTotal, holds: wordTotal })]),
  alive: z.tuple([]),
  trustClock: z.tuple([z.strictObject({ by: z.string().trim().min(1).max(100) })]),
  ...boothArguments,
  ...calibrationArguments,
  ...chairArguments,
  ...receiptArguments,
  ...readArguments,
  ...writeArguments,
  ...lockArguments,
  ...nowArguments,
  ...lookArguments,
  ...orderArguments,
  ...fileArguments,
  ...rowPreviewArguments,
  ...tryArguments,
  ...originalArguments,
}

/** Which window may call what. A wall hangs where strangers touch it: it may call only what a wall needs. */
export const callRights: { readonly [Name in CallName]: readonly WindowRole[] } = {
  snapshot: ['wall', 'admin'],
  painted: ['wall'],
  mediaEnded: ['wall'],
  failed: ['wall'],
  unfit: ['wall'],
  alive: ['wall'],
  trustClock: ['admin'],
  ...rightsOf(boothArguments, 'wall'),
  calibrate: ['wall'],
  ...chairRights,
  ...receiptRights,
  ...readRights,
  ...writeRights,
  ...rightsOf(lockArguments, 'admin'),
  ...rightsOf(nowArguments, 'admin'),
  ...rightsOf(lookArguments, 'admin'),
  ...rightsOf(orderArguments, 'admin'),
  ...rightsOf(fileArguments, 'admin'),
  ...rightsOf(rowPreviewArguments, 'admin'),
  ...rightsOf(tryArguments, 'admin'),
  ...rightsOf(originalArguments, 'admin'),
}
export type WindowRole = 'wall' | 'admin' | 'receipt'

/** All that may be called before the PIN was given. */
const CALLS_WHILE_LOCKED: readonly CallName[] = ['unlock']

/** Whether a window of this role may make this call; `isLocked`: the curator's PIN has yet to be given. */
export function mayCall(role: WindowRole, name: CallName, isLocked: boolean): boolean {
  const isOpen = role !== 'admin' || !isLocked || CALLS_WHILE_LOCKED.includes(name)
  return isOpen && callRights[name].includes(role)
}

function rightsOf<Names extends object, Role extends WindowRole>(
  calls: Names,
  role: Role,
): { readonly [Name in keyof Names]: readonly [Role] } {
  const entries = Object.keys(calls).map((name) => [name, [role] as const])
  // The keys are those of `calls`; the compiler forgets them on the way through the entries.
  return Object.fromEntries(entries) as { readonly [Name in keyof Names]: readonly [Role] }
}

/** What a window of this role is told. Problems quote files, also of items that may not be shown: they are the curator's. */
export function snapshotFor(role: Exclude<WindowRole, 'receipt'>, snapshot: Snapshot): Snapshot {
  switch (role) {
    case 'wall':
      return { ...snapshot, problems: [], now: undefined, tasks: undefined, admin: undefined }
    case 'admin':
      return snapshot
  }
}

/** The host's end: the same functions. What a curator asks for may touch files and take its time. */
export type Handlers = {
  readonly [Name in CallName]: (...args: Parameters<Calls[Name]>) => Answered<Name>
}

type Answered<Name extends CallName> =
  | ReturnType<Calls[Name]>
  | (Name extends AdminCallName ? Promise<ReturnType<Calls[Name]>> : never)
/** The curator’s parts of them, which the host is given. */
export type AskHandlers = Pick<Handlers, keyof ReadCalls>
export type WriteHandlers = Pick<Handlers, keyof WriteCalls>
export type OrderHandlers = Pick<Handlers, keyof OrderCalls>
export type NowHandlers = Pick<Handlers, keyof NowCalls>
export type ChairHandlers = Pick<Handlers, keyof ChairCalls>
/** The lock stands before the host, and files of the desktop are its windows' business. */
export type HostHandlers = Omit<Handlers, keyof LockCalls | keyof FileCalls | keyof ReceiptCalls>

/** A window's end. */
export interface Bridge {
  call<Name extends CallName>(name: Name, ...args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>>
  /** `listener` gets each new snapshot; the returned function ends it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void
}
