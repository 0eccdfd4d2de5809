import type { Change } from '../../core/admin/change.ts'
import type { ChangeAnswer } from '../../core/admin/change-answer.ts'
import { bridge } from '../bridge.ts'
import { failureOf, tell } from './tell.ts'

/** Makes a change and tells what came of it. Resolves with whether it is on disk; never rejects. */
export async function change(change: Change): Promise<boolean> {
  return isMade('done', () => bridge.call('change', { change }))
}

/** Takes back the latest change, or the one of this number. */
export function undo(id?: number): Promise<boolean> {
  return isMade('undone', () => bridge.call('undo', id === undefined ? {} : { id }))
}

export function redo(id?: number): Promise<boolean> {
  return isMade('redone', () => bridge.call('redo', id === undefined ? {} : { id }))
}

/** Tells what came of it; resolves with whether it is on disk. */
export async function isMade(
  type: 'done' | 'undone' | 'redone',
  ask: () => Promise<ChangeAnswer>,
): Promise<boolean> {
  const answer = await answerOf(ask)
  if (!answer.ok) {
    tell({ type: 'refused', refusal: answer })
    return false
  }
  tell({ type, id: answer.id, sentence: answer.sentence })
  const [first] = answer.skipped
  if (first) tell({ type: 'refused', refusal: first, count: answer.skipped.length })
  return true
}

/** What came of it, for whoever shows it himself; a call that fails is a refusal too. Never rejects. */
export function answerOf(ask: () => Promise<ChangeAnswer>): Promise<ChangeAnswer> {
  return inTurn(ask).catch(unanswered)
}

/** What this window asked for last. */
let last: Promise<unknown> = Promise.resolve()

/** One after the other: an Undo that comes at once is meant for what was done just now, and waits until it is on disk. */
function inTurn(ask: () => Promise<ChangeAnswer>): Promise<ChangeAnswer> {
  const answer = last.then(ask)
  last = answer.catch(() => undefined)
  return answer
}

function unanswered(error: unknown): ChangeAnswer {
  return { ok: false, because: 'broken', message: failureOf(error), hint: '' }
}
