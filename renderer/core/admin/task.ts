import { z } from 'zod'
import type { ChangeAnswer, Refusal } from './change-answer.ts'

/** Work that takes longer than a key press: told while it goes on, and can be stopped. */

export type TaskWhat = 'look-at-import' | 'import' | 'change' | 'erase' | 'export' | 'index'

/** What is being done: a key of the catalogue, and the file or count that it is about. */
export interface Doing {
  readonly key:
    | 'looking'
    | 'unpacking'
    | 'copying'
    | 'writing'
    | 'waiting-for-library'
    | 'checking'
    | 'reading'
  readonly name?: string | undefined
}

export interface Task {
  readonly id: number
  readonly what: TaskWhat
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly doing: Doing
  /** In whatever unit; `total` is 0 while nobody knows. */
  readonly done: number
  readonly total: number
  /** What came of it, once it is over. */
  readonly answer?: ChangeAnswer | ({ readonly ok: false } & Refusal) | undefined
}

export interface TaskCalls {
  /** Those that run, and those that ended lately: the latest last. They are in admin's snapshot too. */
  tasks(): readonly Task[]
  /** Ends it as soon as it can; what it has begun is put back. */
  cancelTask(which: z.infer<typeof whichSchema>): void
  /** The library goes on where somebody stopped it. */
  readOn(): void
}

const whichSchema = z.strictObject({ id: z.int().min(0) })

export const taskArguments = {
  tasks: z.tuple([]),
  cancelTask: z.tuple([whichSchema]),
  readOn: z.tuple([]),
} satisfies { readonly [Name in keyof TaskCalls]: z.ZodType<Parameters<TaskCalls[Name]>> }
