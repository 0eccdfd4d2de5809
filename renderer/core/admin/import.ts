import { z } from 'zod'
import { tableSchema } from '../curation.ts'
import { consentSchema, publicSourceSchema } from '../item.ts'
import type { ChangeAnswer, Refusal } from './change-answer.ts'

/** Files that are brought into the folder: first what would come of it, then, with the curator's answers, the copying. */

/** One file, and where it would go. */
export interface PlannedFile {
  /** Within the plan. */
  readonly id: number
  /** As it was dropped, or its path inside a zip. */
  readonly name: string
  /** POSIX path relative to the content folder; never one that is taken by another file. */
  readonly to: string
  /** Of the item or the table that it holds; absent for a picture or a recording that goes with another file. */
  readonly kind?: string | undefined
  /** Kind by folder name, by the file's own word, by what is in it, or nobody knows: then it has to be asked. */
  readonly kindBy: 'folder' | 'said' | 'content' | 'beside' | 'unknown'
  readonly bytes: number
  /** `identical`: the same bytes are in the folder as `to` already; it is left out. `numbered`: its own name is taken. */
  readonly state: 'new' | 'numbered' | 'identical'
}

export interface PlannedTable {
  /** Of the file. */
  readonly id: number
  readonly kind: string
  /** Key of its header in `tables:` of room.yaml. */
  readonly key: string
  /** Without those that tell who a person is: these are never read. */
  readonly headers: readonly string[]
  /** Which header each field would be read from, as things are; the field's name is the kind's own. */
  readonly columns: Readonly<Record<string, string>>
  /** Headers that mean nothing as yet. */
  readonly unknown: readonly string[]
  /** Fields that a header may be named for, the required ones first. */
  readonly fields: readonly string[]
  readonly lacking: readonly string[]
  /** How it was decided: by the sidecar or room.yaml, as a known export, or by what its columns hold. */
  readonly known: boolean
  /** The first rows by header; at most five, cells cut to 300 characters. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** True where an order of day and month has to be asked for. */
  readonly asksDates: boolean
}

export interface ImportPlan {
  readonly ok: true
  /** For `runImport`; it is forgotten after an hour, or with the next start. */
  readonly id: number
  readonly files: readonly PlannedFile[]
  readonly tables: readonly PlannedTable[]
  /** What cannot be brought in, each with its reason: an archive in an archive, a link, a path out of the folder. */
  readonly refused: readonly Refusal[]
  /** Some of it needs consent, or a place of publication, before it may be shown. */
  readonly asksConsent: boolean
}

const basis = z.union([consentSchema, publicSourceSchema])

const answers = z.strictObject({
  /** By the id of the file: a kind where none was found, or another one. */
  kinds: z.record(z.string(), z.string().max(40)).default({}),
  /** Files that are not to be brought in. */
  leaveOut: z.array(z.int()).default([]),
  /** By the key of the table. */
  tables: z.record(z.string().max(40), tableSchema).default({}),
  /** On what ground people may be seen and heard in what says nothing of it itself; null: not yet, it stays withheld. */
  consent: basis.nullable(),
  /** Where it is from, for what does not say so itself. */
  source: z.string().trim().min(1).max(500).optional(),
})
export type ImportAnswers = Readonly<z.infer<typeof answers>>

export interface ImportCalls {
  /** Looks at files and folders of this machine, by absolute paths. Nothing is copied; a task tells how far it is. */
  planImport(what: z.infer<typeof whatSchema>): ImportPlan | ({ readonly ok: false } & Refusal)
  /** Copies what was planned, all of it or nothing. Answers when it is done; a task tells how far it is. */
  runImport(how: z.infer<typeof howSchema>): ChangeAnswer
}

const whatSchema = z.strictObject({
  paths: z.array(z.string().min(1).max(4_096)).min(1).max(10_000),
  /** A folder of the content folder that all of it goes to; found by what it is where absent. */
  into: z.string().max(1_000).optional(),
})
const howSchema = z.strictObject({ plan: z.int().min(1), answers })

export const importArguments = {
  planImport: z.tuple([whatSchema]),
  runImport: z.tuple([howSchema]),
} satisfies { readonly [Name in keyof ImportCalls]: z.ZodType<Parameters<ImportCalls[Name]>> }
