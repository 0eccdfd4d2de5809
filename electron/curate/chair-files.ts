import { constants } from 'node:fs'
import { copyFile, link, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { DueAnswer } from '../../renderer/core/chair/meeting.ts'
import type { ChairRefusal } from '../../renderer/core/chair/view.ts'
import { folderKind } from '../library/units.ts'
import type { KeptReceipt } from '../records/meeting-records.ts'
import type { BroughtIn, Curator } from './curator.ts'
import { hashOf } from './edit-record.ts'
import { readIfThere } from './workspace.ts'
import { asideName, syncFolder } from './write-file.ts'

/** A promise made in front of the chair, as the fields of its file. */
export interface PromiseFile {
  /** File name without its ending; a free one is made of it. */
  readonly name: string
  readonly fields: Readonly<Record<string, unknown>>
}

export type ChairWritten =
  | { readonly ok: true; readonly path: string }
  | ({ readonly ok: false } & ChairRefusal)

/** What the chair writes into the folder: new files, never over another one, and how a promise fared. */
export interface ChairFiles {
  promise(file: PromiseFile): Promise<ChairWritten>
  /** `day` is `YYYY-MM-DD`: the day on which it was kept or dropped. */
  answer(itemId: string, answer: DueAnswer, day: string): Promise<ChairWritten>
  receipt(name: string, pdf: Uint8Array): Promise<ChairWritten>
  /** Deletes a receipt, if it is still the one that was kept; true where nothing of it is left. */
  forget(receipt: KeptReceipt): Promise<boolean>
}

const RECEIPTS = 'receipts'

export function chairFiles(curator: Pick<Curator, 'bringIn' | 'change'>, folder: string): ChairFiles {
  /** As one change that can be taken back in admin. */
  async function bring(
    sentence: BroughtIn['sentence'],
    dir: string,
    name: string,
    ending: string,
    bytes: Uint8Array,
  ): Promise<ChairWritten> {
    const answer = await curator.bringIn({
      sentence,
      async publish(tell) {
        const hash = hashOf(bytes)
        const path = await writeNew(folder, dir, name, ending, bytes, (at) => tell([{ path: at, hash }]))
        return [{ path, hash }]
      },
      room: () => [],
    })
    const [path = ''] = answer.ok ? answer.files : []
    return answer.ok ? { ok: true, path } : refused(answer)
  }

  return {
    async promise({ name, fields }) {
      const text = stringify(fields, { lineWidth: 0 })
      const dir = await promisesFolder(folder)
      return bring({ key: 'promised', name }, dir, name, '.yaml', Buffer.from(text))
    },
    async answer(itemId, answer, day) {
      const made = await curator.change({ type: 'fields', items: [itemId], fields: fieldsFor(answer, day) })
      // What is like this already has been answered.
      if (made.ok || made.because === 'nothing')
        return { ok: true, path: made.ok ? (made.files[0] ?? '') : '' }
      return refused(made)
    },
    async forget({ path, hash }) {
      const file = join(folder, ...path.split('/'))
      const bytes = await readIfThere(file)
      // What somebody put in its place is theirs.
      if (bytes && hashOf(bytes) === hash) await rm(file)
      return true
    },
    receipt: (name, pdf) => bring({ key: 'receipt', name }, RECEIPTS, name, '.pdf', pdf),
  }
}

function refused({ message, hint }: ChairRefusal): ChairWritten {
  return { ok: false, message, hint }
}

function fieldsFor(answer: DueAnswer, day: string): Record<string, string> {
  switch (answer) {
    case 'kept':
      return { state: 'kept', done: day }
    case 'not-yet':
      return { state: 'late' }
    case 'dropped':
      return { state: 'dropped', done: day }
  }
}

/** Where the room keeps its promises already, whatever that folder is called. */
async function promisesFolder(folder: string): Promise<string> {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const there = names.find((each) => each.isDirectory() && folderKind(`${each.name}/x`) === 'commitment')
  return there?.name ?? 'commitments'
}

const MOST_NUMBERS = 1_000

/** Under the first free name: aside, then in its place, which fails where somebody was quicker. */
async function writeNew(
  folder: string,
  dir: string,
  name: string,
  ending: string,
  bytes: Uint8Array,
  tell: (path: string) => void,
): Promise<string> {
  const aside = asideName(join(folder, dir, name + ending))
  await mkdir(dirname(aside), { recursive: true })
  try {
    await writeFile(aside, bytes, { flag: 'wx', flush: true })
    for (let number = 1; ; number += 1) {
      const path = `${dir}/${number === 1 ? name : `${name}-${number}`}${ending}`
      tell(path)
      if (await putInPlace(aside, join(folder, ...path.split('/')), number < MOST_NUMBERS)) {
        await syncFolder(dirname(aside))
        return path
      }
    }
  } finally {
    await rm(aside, { force: true })
  }
}

/** False where there is such a file. Disks without links (FAT, some shares) get a copy that writes over nothing either. */
async function putInPlace(aside: string, file: string, mayTryAgain: boolean): Promise<boolean> {
  try {
    await link(aside, file).catch((thrown: unknown) => {
      if (codeOf(thrown) === 'EEXIST') throw thrown
      return copyFile(aside, file, constants.COPYFILE_EXCL)
    })
    return true
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST' && mayTryAgain) return false
    throw thrown
  }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
}
