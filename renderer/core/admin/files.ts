import { z } from 'zod'

/** What the curator's window asks of the desktop that it stands on: a page alone can neither name a file nor keep one. */

export interface FileCalls {
  /** The system's own dialog: absolute paths of what was chosen; none where it was called off. */
  chooseFiles(what: z.infer<typeof chooseSchema>): readonly string[]
  /** The system's own dialog, and a file where it says; `saved` is false where it was called off. */
  saveFile(file: z.infer<typeof saveSchema>): SaveAnswer
  /**
   * Shows a file of this item in the desktop's own file window; without an item a file that a problem is about. False
   * where there is none, and for any other file.
   */
  showFile(file: z.infer<typeof showSchema>): boolean
}

export type SaveAnswer =
  | { readonly ok: true; readonly saved: boolean }
  | { readonly ok: false; readonly message: string; readonly hint: string }

const MOST_TEXT = 200_000_000

const chooseSchema = z.strictObject({ what: z.enum(['files', 'folders']) })
/** `name` is a proposal, without a path. */
const saveSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\\0]+$/),
  text: z.string().max(MOST_TEXT),
})
/** POSIX path relative to the content folder. */
const showSchema = z.strictObject({
  item: z.string().min(1).max(1_000).optional(),
  path: z.string().min(1).max(4_000),
})

export const fileArguments = {
  chooseFiles: z.tuple([chooseSchema]),
  saveFile: z.tuple([saveSchema]),
  showFile: z.tuple([showSchema]),
} satisfies { readonly [Name in keyof FileCalls]: z.ZodType<Parameters<FileCalls[Name]>> }
