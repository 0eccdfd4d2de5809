import { z } from 'zod'
import type { PlayView } from '../contract.ts'
import { tableSchema } from '../curation.ts'

/** Rows of a table that is not in the room yet, as the slides that they would be: nothing of them is kept. */

/** What a row would come to. */
export type RowPreview =
  | { readonly is: 'slides'; readonly views: readonly PlayView[] }
  /** Nobody has answered in the columns that were chosen. */
  | { readonly is: 'blank' }
  /** What it lacks, in sentences. */
  | { readonly is: 'refused'; readonly reasons: readonly string[] }

export interface RowPreviewCalls {
  previewRows(rows: z.infer<typeof rowsSchema>): readonly RowPreview[]
}

const cell = z.string().max(2_000)
const rowsSchema = z.strictObject({
  kind: z.string().max(40),
  headers: z.array(z.string().max(1_000)).min(1).max(500),
  /** By header. */
  rows: z.array(z.record(z.string().max(1_000), cell)).max(10),
  table: tableSchema,
  /** Where the batch is from, for rows that do not say so. */
  source: z.string().max(500).optional(),
})

export const rowPreviewArguments = {
  previewRows: z.tuple([rowsSchema]),
} satisfies { readonly [Name in keyof RowPreviewCalls]: z.ZodType<Parameters<RowPreviewCalls[Name]>> }
