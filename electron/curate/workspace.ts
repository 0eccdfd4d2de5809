import { readFile, realpath, rm } from 'node:fs/promises'
import { join, posix, sep } from 'node:path'
import { editableText } from '../library/text.ts'
import { changedFields, type FieldRecord, type FileRecord, hashOf, spliceOf } from './edit-record.ts'
import { Refused, refusalOf, refuse, refuseBroken } from './refusal.ts'
import { writeWhole } from './write-file.ts'
import { patchYaml } from './yaml-patch.ts'
import type { YamlEdit } from './yaml-values.ts'

/** The files of one change: read once, edited in memory, written together or not at all. To be used under the folder's lock. */
export class Workspace {
  readonly folder: string
  readonly #files = new Map<string, Open>()

  constructor(folder: string) {
    this.folder = folder
  }

  /** The text as it stands, or as it was edited so far; undefined where there is no such file. */
  async text(path: string): Promise<string | undefined> {
    return (await this.#open(path)).now
  }

  /** Bytes of a file as they are on disk. */
  async bytes(path: string): Promise<Uint8Array | undefined> {
    return (await this.#open(path)).bytes
  }

  async setText(path: string, text: string): Promise<void> {
    const open = await this.#open(path)
    this.#files.set(path, { ...open, now: text })
  }

  /** Changes values in YAML or JSON; in Markdown, in its front matter. Throws a refusal where there is no place for them. */
  async patch(path: string, edits: readonly YamlEdit[]): Promise<void> {
    const open = await this.#open(path)
    const whole = open.now ?? ''
    const { head, yaml, tail } = /\.(md|markdown)$/i.test(path)
      ? partsOf(path, whole)
      : { head: '', yaml: whole, tail: '' }
    const made = patchYaml(path, yaml, edits)
    if (!made.ok) {
      const { problem } = made
      const line = problem.line === undefined ? undefined : problem.line + (head === '' ? 0 : 1)
      throw refuseBroken(
        { ...problem, line },
        yaml === whole && problem.line === undefined ? 'no-place' : 'broken',
      )
    }
    if (made.before === made.after) return
    const fields = [...open.fields, ...changedFields(made.before, made.after)]
    const eol = made.text.endsWith('\n') || tail === '' ? '' : '\n'
    this.#files.set(path, { ...open, now: `${head}${made.text}${eol}${tail}`, fields })
  }

  /** What the fields of a file say now. */
  async data(path: string): Promise<unknown> {
    const text = (await this.text(path)) ?? ''
    const isDocument = /\.(md|markdown)$/i.test(path)
    const made = patchYaml(path, isDocument ? partsOf(path, text).yaml : text, [])
    if (!made.ok) throw refuseBroken(made.problem)
    return made.before
  }

  /** The files as they were edited so far, to come back to. */
  mark(): Mark {
    return new Map(this.#files)
  }

  /** Forgets what was edited since; what was only read stays read. */
  backTo(mark: Mark): void {
    for (const [path, open] of this.#files)
      this.#files.set(path, (mark.get(path) as Open | undefined) ?? { ...open, now: open.text, fields: [] })
  }

  /** What will be done to files, as the journal keeps it. */
  records(): readonly FileRecord[] {
    return [...this.#files].flatMap(([path, open]) => (open.text === open.now ? [] : [recordOf(path, open)]))
  }

  /** What will be written. */
  changed(): readonly string[] {
    return [...this.#files].filter(([, { text, now }]) => text !== now).map(([path]) => path)
  }

  /** Writes all of it, and tells before the first file what it will be. What fails in the midst is put back, and the reason is thrown. */
  async commit(tell: (files: readonly FileRecord[]) => void = () => undefined): Promise<FileRecord[]> {
    const paths = this.changed()
    const records: FileRecord[] = []
    for (const path of paths) records.push(recordOf(path, await this.#open(path)))
    tell(records)
    const done: [string, Open][] = []
    try {
      for (const path of paths) {
        const open = await this.#open(path)
        await this.#isAsRead(path, open)
        await writeWhole(this.#absolute(path), open.bytesOf(open.now ?? '')).catch((thrown: unknown) => {
          // Of several files the one that could not be written is named.
          throw new Refused(refusalOf(thrown, path))
        })
        done.push([path, open])
      }
    } catch (thrown) {
      const stuck = await this.#putBack(done)
      if (stuck.length > 0) throw halfWritten(stuck, thrown)
      throw thrown
    }
    return records
  }

  /** Returns what could not be put back: each is tried, whatever becomes of the others. */
  async #putBack(done: readonly (readonly [string, Open])[]): Promise<readonly string[]> {
    const stuck: string[] = []
    for (const [path, { bytes }] of done.toReversed()) {
      const file = this.#absolute(path)
      const work = bytes ? writeWhole(file, bytes) : rm(file, { force: true })
      await work.catch(() => stuck.push(path))
    }
    return stuck
  }

  /** An editor knows nothing of our lock. */
  async #isAsRead(path: string, { bytes }: Open): Promise<void> {
    const now = await readIfThere(this.#absolute(path))
    const isSame = now === undefined || bytes === undefined ? now === bytes : Buffer.compare(now, bytes) === 0
    if (!isSame) throw new ChangedMeanwhile(path)
  }

  async #open(path: string): Promise<Open> {
    const known = this.#files.get(path)
    if (known) return known
    const file = await this.#inside(path)
    const bytes = await readIfThere(file)
    const made = opened(path, bytes)
    this.#files.set(path, made)
    return made
  }

  #absolute(path: string): string {
    return join(this.folder, ...path.split('/'))
  }

  /** A path never leads out of the folder, whatever it is made of. */
  async #inside(path: string): Promise<string> {
    const plain = posix.normalize(path)
    if (
      plain !== path ||
      plain.startsWith('../') ||
      posix.isAbsolute(plain) ||
      path.includes('\0') ||
      path.includes('\\')
    )
      throw refuse('not-found', 'There is no such file in this folder.', 'Choose one of the room.', { path })
    const file = this.#absolute(path)
    const [real, top] = await Promise.all([realpath(file).catch(() => undefined), realpath(this.folder)])
    if (real !== undefined && real !== top && !real.startsWith(`${top}${sep}`))
      throw refuse(
        'no-place',
        'This file is a link to somewhere outside of the folder.',
        'Change it where it lies.',
        { path },
      )
    return file
  }
}

/** The disk went away in the midst: then nobody is told that nothing was changed. */
function halfWritten(stuck: readonly string[], thrown: unknown): Refused {
  const [path = ''] = stuck
  return refuse(
    refusalOf(thrown).because,
    `The disk failed in the middle of it: ${stuck.length} of the files were changed and could not be put back, ${stuck.join(', ')}.`,
    'Look at these files once the disk can be written again.',
    { path },
  )
}

/** Of a workspace at one moment. */
export type Mark = ReadonlyMap<string, unknown>

/** Somebody wrote to the file between our reading and our writing: everything is to be done again on the new one. */
export class ChangedMeanwhile extends Error {}

interface Open {
  readonly bytes: Uint8Array | undefined
  /** As it was read. */
  readonly text: string | undefined
  /** As it is to be. */
  readonly now: string | undefined
  readonly fields: readonly FieldRecord[]
  bytesOf(text: string): Uint8Array
}

function opened(path: string, bytes: Uint8Array | undefined): Open {
  const asUtf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
  if (bytes === undefined) return { bytes, text: undefined, now: undefined, fields: [], bytesOf: asUtf8 }
  if (bytes.length === 0) return { bytes, text: '', now: '', fields: [], bytesOf: asUtf8 }
  const editable = editableText(bytes)
  if (!editable)
    throw refuse(
      'no-place',
      'This file is not written in an encoding that it could be saved in again without loss.',
      'Save it as UTF-8 in an editor, then change it here.',
      { path },
    )
  return { bytes, text: editable.text, now: editable.text, fields: [], bytesOf: editable.bytesOf }
}

function recordOf(path: string, { bytes, bytesOf, now, text, fields }: Open): FileRecord {
  const after = hashOf(bytesOf(now ?? ''))
  if (bytes === undefined) return { kind: 'made', path, after }
  return { kind: 'edit', path, before: hashOf(bytes), after, fields, splice: spliceOf(text ?? '', now ?? '') }
}

export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined
    throw thrown
  }
}

/** Front matter as the reader finds it; a document without gets one. */
function partsOf(path: string, text: string): { head: string; yaml: string; tail: string } {
  const opening = /^---[ \t]*(?:ya?ml)?[ \t]*\r?\n/i.exec(text)
  const eol = /\r\n/.test(text) ? '\r\n' : '\n'
  if (!opening) {
    if (/^(---|\+\+\+|;;;)/.test(text))
      throw refuse(
        'broken',
        'The front matter of this file is not YAML.',
        'Write it as YAML between two lines of ---.',
        { path, line: 1 },
      )
    return {
      head: `---${eol}`,
      yaml: '',
      tail: `---${eol}${text === '' || /^\r?\n/.test(text) ? '' : eol}${text}`,
    }
  }
  const rest = text.slice(opening[0].length)
  const closing = /^(---|\.\.\.)[ \t]*\r?$/m.exec(rest)
  if (!closing)
    throw refuse('broken', 'The front matter is not closed.', 'End it with a line that holds just ---.', {
      path,
      line: 1,
    })
  return { head: opening[0], yaml: rest.slice(0, closing.index), tail: rest.slice(closing.index) }
}

/** The fields and the prose of a document, for whoever looks before patching. */
export const documentParts = partsOf

/** What a file says on the disk, whatever was edited of it. */
export async function textOnDisk(workspace: Workspace, path: string): Promise<string | undefined> {
  const bytes = await workspace.bytes(path)
  return bytes === undefined ? undefined : new Workspace(workspace.folder).text(path)
}
