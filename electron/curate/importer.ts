import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { ChangeAnswer, Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { ImportAnswers, ImportPlan } from '../../renderer/core/admin/import.ts'
import type { Curation } from '../../renderer/core/curation.ts'
import { isKind, type Kind } from '../../renderer/kinds/index.ts'
import type { Progress } from '../admin/tasks.ts'
import { stemOf } from '../library/names.ts'
import { type ComingFile, comingFiles, comingText } from './coming-files.ts'
import { comingNote } from './coming-note.ts'
import type { BroughtIn, Curator } from './curator.ts'
import { gather, type Incoming, unreadable } from './import-files.ts'
import { placesIn } from './import-places.ts'
import { groupsOf, isShown, type Looked, lookAtGroup, type PlannedGroup, planGroup } from './import-plan.ts'
import { Refused, refusalOf, refuse } from './refusal.ts'
import { roomNow } from './room-file.ts'
import { Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

export interface ImporterParts {
  readonly folder: string
  readonly dataDir: string
  readonly curator: Curator
  readonly curation: () => Curation
  readonly now: () => number
}

export interface Importer {
  plan(
    paths: readonly string[],
    into: string | undefined,
    progress: Progress,
  ): Promise<ImportPlan | ({ ok: false } & Refusal)>
  run(plan: number, answers: ImportAnswers, progress: Progress): Promise<ChangeAnswer>
}

interface Kept {
  readonly files: readonly (Incoming & { readonly id: number })[]
  readonly into: string | undefined
  readonly at: number
  /** By the ids of a group: ten thousand files are looked at once. What changes meanwhile is noticed by who copies it. */
  readonly looked: Map<string, Looked>
}

const KEPT_MS = 3_600_000
/** Kinds that show nobody who would have to agree. */
const ABOUT_NOBODY: readonly Kind[] = ['persona', 'journey', 'feedback', 'metric', 'prompt', 'commitment']

export function openImporter({ folder, dataDir, curator, curation, now }: ImporterParts): Importer {
  const plans = new Map<number, Kept>()
  const staging = join(dataDir, 'import')
  let last = 0

  /** As the file says at this moment: the library may have yet to read that an import was taken back. */
  async function curationNow(): Promise<Curation> {
    try {
      return (await roomNow(new Workspace(folder))).curation
    } catch {
      return curation()
    }
  }

  async function groups(
    { files, into, looked }: Kept,
    answers: Partial<ImportAnswers>,
    progress: Progress,
  ): Promise<PlannedGroup[]> {
    const places = placesIn(folder)
    const settings = await curationNow()
    const left = new Set(answers.leaveOut ?? [])
    const planned: PlannedGroup[] = []
    const all = groupsOf(files.filter(({ id }) => !left.has(id)))
    for (const [at, group] of all.entries()) {
      progress.signal.throwIfAborted()
      progress.tell({ key: 'looking', name: group[0]?.name }, at, all.length)
      const said = group.map(({ id }) => answers.kinds?.[`${id}`]).find((kind) => kind !== undefined)
      const ids = group.map(({ id }) => id).join()
      const look =
        looked.get(ids) ??
        (await lookAtGroup(group, settings).catch((thrown: unknown) => {
          throw new Refused(unreadable(thrown, group[0]?.name ?? ''))
        }))
      looked.set(ids, look)
      const kind = said !== undefined && isKind(said) ? said : undefined
      planned.push(await planGroup(group, look, { folder, into, curation: settings, places, kind }))
    }
    return planned
  }

  async function plan(
    paths: readonly string[],
    into: string | undefined,
    progress: Progress,
  ): Promise<ImportPlan> {
    for (const [id, kept] of plans) if (now() - kept.at > KEPT_MS) await forget(id)
    last += 1
    const id = last
    const { files, refused } = await gather(paths, join(staging, `${id}`), progress)
    const known = files.filter(isShown).map((each, at) => ({ ...each, id: at }))
    const others = files.filter((each) => !isShown(each)).map(({ name }) => notRead(name))
    const kept = { files: known, into: checkedFolder(into), at: now(), looked: new Map() }
    plans.set(id, kept)
    const planned = await groups(kept, {}, progress)
    return {
      ok: true,
      id,
      files: planned.flatMap((group) => group.files.map(({ file: _file, hash: _hash, ...told }) => told)),
      tables: planned.flatMap(({ table }) => table ?? []),
      refused: [...refused, ...others],
      asksConsent: planned.some(({ kind }) => kind !== undefined && !ABOUT_NOBODY.includes(kind)),
    }
  }

  async function forget(id: number): Promise<void> {
    plans.delete(id)
    await rm(join(staging, `${id}`), { recursive: true, force: true })
  }

  async function run(id: number, answers: ImportAnswers, progress: Progress): Promise<ChangeAnswer> {
    const kept = plans.get(id)
    if (!kept) throw refuse('not-found', 'This import is not remembered any more.', 'Drop the files again.')
    const planned = await groups(kept, answers, progress)
    const open = planned.flatMap(({ files }) => files).find(({ kindBy }) => kindBy === 'unknown')
    if (open && kept.into === undefined)
      throw refuse('invalid', `Nobody knows what ${open.name} is.`, 'Say its kind, or leave it out.', {
        path: open.name,
      })
    const copies = planned
      .flatMap(({ files }) => files)
      .filter(({ state }) => state !== 'identical')
      .map(({ name, to, hash, file }): ComingFile => ({ name, to, hash, from: { file } }))
    const beside = planned.flatMap((group) => sidecarFor(group, answers))
    const sentence = { key: 'imported', files: copies.length, name: copies[0]?.name ?? '' } as const
    const answer = await curator.bringIn({
      sentence,
      ...broughtIn([...copies, ...beside], progress),
      room: () => roomEdits(planned, answers),
    })
    if (answer.ok) await forget(id)
    return answer
  }

  /** Noted before the first byte of it is in the folder, for whoever is killed in the middle of it. */
  function broughtIn(
    files: readonly ComingFile[],
    progress: Progress,
  ): Pick<BroughtIn, 'prepare' | 'publish' | 'end'> {
    const coming = comingFiles(folder, files, progress)
    const note = comingNote(dataDir, now(), coming)
    return {
      async prepare() {
        await note.write()
        await coming.copy()
      },
      publish: coming.publish,
      async end() {
        await coming.tidy()
        await note.forget()
      },
    }
  }

  /** What was cancelled is an answer like any other. */
  async function answered<Answer>(
    progress: Progress,
    work: () => Promise<Answer>,
  ): Promise<Answer | ({ ok: false } & Refusal)> {
    try {
      return await work()
    } catch (thrown) {
      if (progress.signal.aborted)
        return {
          ok: false,
          because: 'cancelled',
          message: 'The import was stopped.',
          hint: 'Nothing of it is in the folder.',
        }
      return { ok: false, ...refusalOf(thrown) }
    }
  }

  return {
    plan: (paths, into, progress) => answered(progress, () => plan(paths, into, progress)),
    run: (id, answers, progress) => answered(progress, () => run(id, answers, progress)),
  }
}

function checkedFolder(into: string | undefined): string | undefined {
  if (into === undefined) return undefined
  const plain = into.replace(/^\/+|\/+$/g, '')
  if (plain.split('/').some((part) => part === '..' || part.startsWith('.') || /[\\\0]/.test(part)))
    throw refuse('invalid', 'This is no folder of the room.', 'Choose one of its folders.', { path: into })
  return plain
}

function notRead(path: string): Refusal {
  return {
    because: 'invalid',
    message: 'Files of this kind are not read.',
    hint: 'Export it in another format, or leave it.',
    path,
  }
}

/** What is true of a whole table stands beside it. */
function sidecarFor({ files, table }: PlannedGroup, { consent, source }: ImportAnswers): ComingFile[] {
  const lead = files.find(({ kind }) => kind !== undefined)
  const hasOne = files.some(({ to }) => /\.ya?ml$/i.test(to))
  if (!table || !lead || hasOne || lead.state === 'identical') return []
  const fields = { ...(source === undefined ? {} : { source }), ...(consent === null ? {} : { consent }) }
  if (Object.keys(fields).length === 0) return []
  return [comingText(`${stemOf(lead.to)}.yaml`, stringify(fields, { lineWidth: 0 }))]
}

/** What is true of single files stands among the defaults, under what they say themselves; and how tables are read. */
function roomEdits(planned: readonly PlannedGroup[], { consent, source, tables }: ImportAnswers): YamlEdit[] {
  const defaults = planned.flatMap(({ files, kind, table }): YamlEdit[] => {
    const lead = files.find((each) => each.kind !== undefined)
    if (!lead || lead.state === 'identical' || kind === undefined) return []
    const hasSidecar = files.some(({ to }) => /\.ya?ml$/i.test(to))
    if (table && !hasSidecar) return []
    const place = ['defaults', stemOf(lead.to)]
    return [
      ...(source === undefined ? [] : [{ path: [...place, 'source'], value: source }]),
      ...(consent === null || ABOUT_NOBODY.includes(kind)
        ? []
        : [{ path: [...place, 'consent'], value: withoutBlank(consent) }]),
    ]
  })
  const mapped = Object.entries(tables).map(([key, settings]) => ({
    path: ['tables', key],
    value: withoutBlank(settings),
  }))
  return [...defaults, ...mapped]
}

function withoutBlank(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined))
}
