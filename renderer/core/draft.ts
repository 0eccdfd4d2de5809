import type { Problem } from './problem.ts'

/** What a file says before anybody has decided what it means. Readers make drafts, kinds read them. */

/** A stretch of a Markdown document under one heading; the text before the first heading has depth 0. */
export interface Section {
  readonly heading: string
  /** 0 before the first heading, else 1 to 6. */
  readonly depth: number
  /** 1-based line of the heading, or of the first line of text. */
  readonly line: number
  readonly paragraphs: readonly string[]
  readonly lists: readonly (readonly string[])[]
  readonly quotes: readonly string[]
  /** Stretches set in bold, in order: how a curator marks the sentence that matters. */
  readonly strong: readonly string[]
}

/** One cue of a transcript. Times in ms from the start of the recording. */
export interface Cue {
  readonly startMs: number
  readonly endMs: number
  readonly speaker?: string | undefined
  readonly text: string
  /** Word by word, where the transcript times words. */
  readonly words?: readonly { readonly text: string; readonly atMs: number }[] | undefined
}

/** One row of a table that is read as a whole. */
export interface TableRow {
  /** 1-based line on which it begins. */
  readonly line: number
  /** By header, as the file spells it. */
  readonly cells: Readonly<Record<string, unknown>>
}

export interface Draft {
  /** POSIX path relative to the content folder. */
  readonly path: string
  /** 1-based line where the item begins (a table's row, else 1). */
  readonly line: number
  /** Front matter, a YAML or JSON map, or a table's row, with the author's own names. Sidecar defaults are merged in. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Of a table's row: the headers of the columns that were read. An empty cell is missing from `fields`, its header is not. */
  readonly headers?: readonly string[] | undefined
  /** Of a table's row: names of the fields that are said of it alone, beside the table. */
  readonly beside?: readonly string[] | undefined
  /** 1-based line of each top-level field, for problems that point at it. */
  readonly lines: Readonly<Record<string, number>>
  /** The prose of a Markdown file; empty for data files. */
  readonly sections: readonly Section[]
  /** Pictures that the prose shows, in order, as paths relative to the content folder. */
  readonly pictures: readonly { readonly path: string; readonly alt: string }[]
  /** Files beside this one with the same stem (`ruth.md` has `ruth.svg`), as paths relative to the content folder. */
  readonly siblings: readonly string[]
  /** All rows of a table that is one item (see `wholeTable` of its kind), in order; empty cells are missing. */
  readonly table?: readonly TableRow[] | undefined
  /** The WebVTT or SRT file beside it, parsed. */
  readonly transcript?: readonly Cue[] | undefined
  /** What was found out where a file was divided; told with this draft. An error among it says why nothing was made of it. */
  readonly told?: readonly Omit<Problem, 'path'>[] | undefined
}
