import { z } from 'zod'
import { tableSchema } from '../curation.ts'
import { AUDIENCES, clearances, consentSchema, publicSourceSchema } from '../item.ts'
import type { ChangeAnswer, ChangeList, FileText, RoomVersion } from './change-answer.ts'

/**
 * What a curator changes, as data: everything that admin writes into the content folder is one of these. `null` takes
 * away what stands there. Changes are checked twice: their shape here, and what they make of a file before it is written.
 */

const MOST_ITEMS = 200_000
const MOST_TEXT = 5_000_000

const itemId = z.string().min(1).max(1_000)
const itemIds = z.array(itemId).min(1).max(MOST_ITEMS)
const path = z.string().min(1).max(4_000)
const screens = z.array(z.string().min(1).max(200)).min(1).max(100).optional()
/** A minute or a day of the room's own time. */
const moment = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/, {
  error: 'is no minute of the form 2026-03-04T18:30',
})
const fields = z.record(z.string().min(1).max(200), z.json())

/** What a curator may decide about an item; see `decisionSchema`, which has the last word on each value. */
const decided = z.strictObject({
  hidden: z.boolean().nullable().optional(),
  weight: z.number().min(0).max(100).nullable().optional(),
  pinned: z.boolean().nullable().optional(),
  from: z.string().max(40).nullable().optional(),
  until: z.string().max(40).nullable().optional(),
  dayparts: z.array(z.string().max(200)).max(100).nullable().optional(),
  cleared: clearances.nullable(),
})

/** Orders for this very moment; they are added to what `now:` says, and what has ended there is taken out. */
const order = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('pin'), item: itemId, screens }),
  z.strictObject({ what: z.literal('takeover'), item: itemId, until: moment, screens }),
  z.strictObject({
    what: z.literal('message'),
    message: z.string().trim().min(1).max(160),
    until: moment,
    screens,
  }),
  /** Half an hour from now on where no end is named. */
  z.strictObject({ what: z.literal('pause'), until: moment.optional(), screens }),
  /** Somebody from outside stands before the wall: it shows what they may see, without sound, for as long as that. */
  z.strictObject({ what: z.literal('visitors'), audience: z.enum(AUDIENCES), until: moment, screens }),
])

const consent = z.union([consentSchema, publicSourceSchema])

export const changeSchema = z.discriminatedUnion('type', [
  /** `wholeTables`: where all rows of a table are among them, it is said once of the table, and of rows that come later. */
  z.strictObject({
    type: z.literal('decide'),
    items: itemIds,
    decision: decided,
    wholeTables: z.boolean().optional(),
  }),
  /** Settings of the room by their place in room.yaml: `['rotation', 'order']`. Single items, tables and orders have changes of their own. */
  z.strictObject({
    type: z.literal('set'),
    settings: z
      .array(
        z.strictObject({
          path: z
            .array(z.union([z.string().max(200), z.int().min(0)]))
            .min(1)
            .max(8),
          value: z.json(),
        }),
      )
      .min(1)
      .max(50),
  }),
  z.strictObject({ type: z.literal('order'), order }),
  /** Ends orders: all of this sort that are meant for this screen, or for all screens. */
  z.strictObject({
    type: z.literal('release'),
    what: z.enum(['pin', 'takeover', 'pause', 'visitors']),
    screen: z.string().max(200).optional(),
    /** Of a pin: this item only. */
    item: itemId.optional(),
  }),
  /** 0..1. Written where the screen's settings stand: with its own, else with those of `default`. */
  z.strictObject({
    type: z.literal('volume'),
    screen: z.string().min(1).max(200),
    volume: z.number().min(0).max(1).optional(),
    on: z.boolean().optional(),
  }),
  /** How tables of one header are read, by the key that is told with each table. */
  z.strictObject({ type: z.literal('table'), key: z.string().min(1).max(40), table: tableSchema.nullable() }),
  /** What is true of all files below a folder, or of one file. */
  z.strictObject({ type: z.literal('defaults'), path, fields }),
  /** Fields of the envelope or of the body, by the schema's names, written where the item's file says them. */
  z.strictObject({
    type: z.literal('fields'),
    items: itemIds,
    fields,
    /** What the window saw when the editing began: what is otherwise by now is a conflict, and is not written over. */
    was: fields.optional(),
  }),
  /** The text of a small file, edited as a whole. `base` is the text that the editing began with. */
  z.strictObject({
    type: z.literal('text'),
    path,
    base: z.string().max(MOST_TEXT),
    text: z.string().max(MOST_TEXT),
  }),
  /** Words that nobody may read or hear, wherever they stand in the item's files. */
  z.strictObject({
    type: z.literal('redact'),
    item: itemId,
    words: z.array(z.string().trim().min(1).max(500)).min(1).max(100),
  }),
  /** Consent, or the place of publication. For a row of a table only the whole table can say it: `wholeTables` says that it may. */
  z.strictObject({
    type: z.literal('consent'),
    items: itemIds,
    consent,
    wholeTables: z.boolean().default(false),
  }),
  /** Whoever `who` is (the reference in the consent) is on no wall from now on, in whatever file the consent stands. */
  z.strictObject({
    type: z.literal('withdraw'),
    who: z.string().min(1).max(500),
    /** `who` is a public source: nothing that was published there is shown from now on. */
    published: z.boolean().optional(),
  }),
  /** Nothing of them is kept. `removeFiles` deletes their own files from the folder as well; that cannot be undone. */
  z.strictObject({ type: z.literal('erase'), items: itemIds, removeFiles: z.boolean().default(false) }),
])

export type Change = Readonly<z.infer<typeof changeSchema>>
export type ChangeOf<Type extends Change['type']> = Extract<Change, { readonly type: Type }>
export type NowChange = ChangeOf<'order'>['order']

/** The calls that change the folder. Whatever a curator can do something about is an answer, not a throw. */
export interface ChangeCalls {
  /** Written when it answers `ok`; the windows' snapshot follows when the library has read it. */
  change(request: z.infer<typeof requestSchema>): ChangeAnswer
  /** Takes back the last change that is in force, or this one; refused where somebody else has changed the same since. */
  undo(which: z.infer<typeof whichSchema>): ChangeAnswer
  /** Makes the last change that was taken back again, or this one. */
  redo(which: z.infer<typeof whichSchema>): ChangeAnswer
  /** What was changed from here, the latest first. */
  changes(page: z.infer<typeof pageSchema>): ChangeList
  /** The name or initials that changes from here are listed under from now on; none where empty. Kept on this machine alone. */
  nameCurator(who: z.infer<typeof whoSchema>): void
  /** The text of a small file of the folder, to be edited; of a room file or a file that an item is made from. */
  fileText(file: z.infer<typeof fileSchema>): FileText
  /** What room.yaml was before: the latest first, at most 200, none older than 30 days. */
  roomVersions(): readonly RoomVersion[]
  /** One of them as text. */
  roomVersion(version: z.infer<typeof versionSchema>): FileText
  /** Puts one of them back, as a change that can be undone. */
  restoreRoom(version: z.infer<typeof versionSchema>): ChangeAnswer
}

const requestSchema = z.strictObject({ change: changeSchema })
const whichSchema = z.strictObject({ id: z.int().min(1).optional() })
const pageSchema = z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(500) })
const whoSchema = z.strictObject({ by: z.string().trim().max(60) })
const fileSchema = z.strictObject({ path })
const versionSchema = z.strictObject({ id: z.int().min(1) })

export const changeArguments = {
  change: z.tuple([requestSchema]),
  undo: z.tuple([whichSchema]),
  redo: z.tuple([whichSchema]),
  changes: z.tuple([pageSchema]),
  nameCurator: z.tuple([whoSchema]),
  fileText: z.tuple([fileSchema]),
  roomVersions: z.tuple([]),
  roomVersion: z.tuple([versionSchema]),
  restoreRoom: z.tuple([versionSchema]),
} satisfies { readonly [Name in keyof ChangeCalls]: z.ZodType<Parameters<ChangeCalls[Name]>> }
