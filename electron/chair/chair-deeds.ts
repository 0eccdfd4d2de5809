import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type FindEvidence, NO_EVIDENCE } from '../../renderer/core/chair/evidence.ts'
import {
  ANSWERS,
  type Meeting,
  type MeetingEffect,
  type MeetingEvent,
} from '../../renderer/core/chair/meeting.ts'
import { questionOf } from '../../renderer/core/chair/words.ts'
import type { Clock } from '../clock.ts'
import type { ChairFiles, ChairWritten, PromiseFile } from '../curate/chair-files.ts'
import type { Records } from '../records/records.ts'
import { slug } from '../shots.ts'
import { type ChairSources, meanOf, shownFigure, shownVerbatims } from './chair-view.ts'
import { type Receipt, receiptOf } from './receipt.ts'

/** What comes of a meeting: a search, a row in the record, files of the folder, a page of paper. */

/** Makes paper of a receipt; main has the windows. */
export interface ChairPaper {
  canPrint(): boolean
  pdf(receipt: Receipt): Promise<Uint8Array>
  print(receipt: Receipt): Promise<void>
}

export interface ChairDeedsParts {
  readonly records: Records
  readonly clock: Clock
  readonly screen: string
  readonly findEvidence: FindEvidence
  readonly files?: ChairFiles | undefined
  readonly paper?: ChairPaper | undefined
  readonly sources: () => ChairSources
  readonly send: (event: MeetingEvent) => void
}

/** Two to four hang beside each other. */
const MOST_VERBATIMS = 3

/** What waits to be written, as it is kept in the record. */
const waitingSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('promise'),
    meeting: z.number(),
    name: z.string(),
    fields: z.record(z.string(), z.unknown()),
  }),
  z.object({ type: z.literal('answer'), itemId: z.string(), answer: z.enum(ANSWERS), day: z.string() }),
])
type Waiting = z.infer<typeof waitingSchema>

const NOT_HERE: ChairWritten = {
  ok: false,
  message: 'Nothing can be written into the folder from here.',
  hint: 'It is kept on this machine.',
}

export function makeChairDeeds(parts: ChairDeedsParts) {
  const { records, clock, screen, files, paper, sources, send } = parts
  let isTrying = false
  let isForgetting = false
  /** Being written just now: not to be written twice. */
  const busy = new Set<number>()

  /** Written, or kept until it can be: what was said in front of the chair is not lost. */
  async function write(what: Waiting): Promise<ChairWritten> {
    const entry = records.wait(Math.round(clock.now()), JSON.stringify(what))
    busy.add(entry)
    const written = await attempt(what).catch(defect)
    busy.delete(entry)
    if (written.ok) records.doneWaiting(entry)
    else records.note(clock.now(), 'chair-not-written', written.message)
    return written.ok
      ? written
      : { ...written, hint: `${written.hint} It is kept here and written as soon as that is possible.` }
  }

  /** A defect of ours, or of the disk: the meeting goes on, and what was said is kept. */
  function defect(error: unknown): ChairWritten {
    const told = error instanceof Error ? error.message : String(error)
    return { ok: false, message: 'The folder could not be written.', hint: told }
  }

  async function attempt(what: Waiting): Promise<ChairWritten> {
    if (!files) return NOT_HERE
    if (what.type === 'answer') return files.answer(what.itemId, what.answer, what.day)
    const written = await files.promise(what)
    if (written.ok) records.meetingPath(what.meeting, written.path)
    return written
  }

  return {
    async find({ request, topic, persona }: Extract<MeetingEffect, { type: 'find' }>): Promise<void> {
      const { room } = sources()
      const question = {
        words: topic.words,
        theme: topic.type === 'theme' ? topic.words : undefined,
        answer: topic.answer,
        persona,
        language: room.language,
        most: MOST_VERBATIMS,
      }
      const found = await parts.findEvidence(question).catch((error: unknown) => {
        records.note(clock.now(), 'evidence-failed', error instanceof Error ? error.message : String(error))
        return NO_EVIDENCE
      })
      send({ type: 'found', request, found })
    },

    async answer({ itemId, answer }: Extract<MeetingEffect, { type: 'answer' }>): Promise<void> {
      const { today: day } = sources().room
      records.dueAnswer({ itemId, at: Math.round(clock.now()), day, answer })
      const written = await write({ type: 'answer', itemId, answer, day })
      send({ type: 'answered', itemId, ...refusalIn(written) })
    },

    async save(meeting: Meeting): Promise<void> {
      const kept = keepMeeting(meeting)
      const file = promiseFile(meeting, sources())
      if (!file) return send({ type: 'saved' })
      const written = await write({ type: 'promise', meeting: kept, ...file })
      send({ type: 'saved', ...(written.ok ? { path: written.path } : refusalIn(written)) })
    },

    async receipt({ as, meeting, names }: Extract<MeetingEffect, { type: 'receipt' }>): Promise<void> {
      const receipt = receiptOf(meeting, sources(), names)
      const written = await makePaper(as, receipt).catch(
        (error: unknown): ChairWritten => ({
          ok: false,
          message: 'The page could not be made.',
          hint: error instanceof Error ? error.message : String(error),
        }),
      )
      const path = written.ok && as === 'file' ? written.path : undefined
      send({ type: 'receipt-made', as, path, ...refusalIn(written) })
    },

    /** Whoever is erased is erased from the pages in the folder too. */
    async forget(itemIds: readonly string[]): Promise<void> {
      if (!files || itemIds.length === 0 || isForgetting) return
      isForgetting = true
      for (const receipt of records.receiptsWith(itemIds)) {
        const isGone = await files.forget(receipt).catch(() => false)
        if (isGone) records.forgetReceipt(receipt.path)
        records.note(clock.now(), isGone ? 'receipt-erased' : 'receipt-not-erased', receipt.path)
      }
      isForgetting = false
    },

    /** What could not be written is tried again whenever the room has changed. */
    tryAgain(): void {
      if (isTrying || !files) return
      isTrying = true
      void writeWaiting().finally(() => {
        isTrying = false
      })
    },
  }

  async function writeWaiting(): Promise<void> {
    for (const { entry, what } of records.waiting().filter((each) => !busy.has(each.entry))) {
      const read = readWaiting(what)
      const written = read && (await attempt(read).catch(defect))
      // What makes no sense is no use to anybody; what is refused waits on.
      if (!written || written.ok) records.doneWaiting(entry)
      else return
    }
  }

  async function makePaper(as: 'file' | 'print', receipt: Receipt): Promise<ChairWritten> {
    if (!paper || (as === 'file' && !files)) return NOT_HERE
    if (as === 'print') {
      await paper.print(receipt)
      return { ok: true, path: '' }
    }
    const pdf = await paper.pdf(receipt)
    if (!files) return NOT_HERE
    const written = await files.receipt(fileName(receipt.day, receipt.topic, 'meeting'), pdf)
    const quoted = [...receipt.verbatims, ...(receipt.figure ? [receipt.figure] : [])]
    if (written.ok) {
      const hash = createHash('sha256').update(pdf).digest('hex')
      records.keepReceipt(
        { path: written.path, hash },
        quoted.map(({ itemId }) => itemId),
      )
    }
    return written
  }

  function keepMeeting(meeting: Meeting): number {
    const now = sources()
    const { room } = now
    const name = now.member(meeting.persona)?.name ?? ''
    const figure = shownFigure(meeting, now)
    return records.meeting({
      at: Math.round(clock.now()),
      day: room.today,
      screen,
      personaId: meeting.persona,
      topic: meeting.topic.words,
      question: questionOf(meeting.topic, meeting.found, name, room.language).question,
      guesses: meeting.guesses,
      evidence: shownVerbatims(meeting, now).map(({ itemId }) => itemId),
      guess: meanOf(meeting.guesses),
      figure: figure && { value: figure.value, itemId: figure.itemId },
    })
  }
}

function readWaiting(what: string): Waiting | undefined {
  try {
    return waitingSchema.safeParse(JSON.parse(what)).data
  } catch {
    return undefined
  }
}

/** The day and the topic, in plain letters; `otherwise` where it has none. */
function fileName(day: string, topic: string, otherwise: string): string {
  return `${day}-${/[a-z0-9]/i.test(topic.normalize('NFKD')) ? slug(topic) : otherwise}`
}

/** Her words stay where her consent is: the file names the item that holds them. */
function promiseFile(meeting: Meeting, sources: ChairSources): PromiseFile | undefined {
  const { commitment, topic, persona } = meeting
  if (!commitment) return undefined
  const { today } = sources.room
  const [first] = shownVerbatims(meeting, sources)
  return {
    name: fileName(today, topic.words, 'promise'),
    fields: {
      ...(first ? { reference: first.itemId } : {}),
      about: topic.words,
      promise: commitment.promise,
      owner: commitment.owner,
      due: commitment.due,
      state: 'due',
      captured: today,
      persona: [persona],
      ...(topic.type === 'theme' ? { theme: [topic.words] } : {}),
    },
  }
}

function refusalIn(written: ChairWritten): {
  readonly refusal?: { readonly message: string; readonly hint: string }
} {
  return written.ok ? {} : { refusal: { message: written.message, hint: written.hint } }
}
