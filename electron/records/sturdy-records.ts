import type { Records } from './records.ts'

/**
 * The same records on a disk that may be full or failing: a write that cannot be made is told, and the wall goes on.
 * @param onTrouble one sentence; the same one may come many times
 */
export function sturdyRecords(records: Records, onTrouble: (message: string) => void): Records {
  function keep<Answer>(otherwise: Answer, work: () => Answer): Answer {
    try {
      return work()
    } catch (error) {
      onTrouble(
        `The record room.db cannot be written: ${error instanceof Error ? error.message : error}. Is the disk full?`,
      )
      return otherwise
    }
  }
  return {
    ...records,
    painted: (play) => keep(undefined, () => records.painted(play)),
    ended: (playId, at, reason) => keep(undefined, () => records.ended(playId, at, reason)),
    closeOpenPlays: (screen) => keep(0, () => records.closeOpenPlays(screen)),
    remember: (screen, memory, turns) => keep(undefined, () => records.remember(screen, memory, turns)),
    note: (at, what, detail) => keep(undefined, () => records.note(at, what, detail)),
    setFolder: (folder) => keep(undefined, () => records.setFolder(folder)),
    trustClock: (now, by) => keep(undefined, () => records.trustClock(now, by)),
    forgetTitles: (ids) => keep(undefined, () => records.forgetTitles(ids)),
    audit: (events) => keep(undefined, () => records.audit(events)),
    meeting: (meeting) => keep(0, () => records.meeting(meeting)),
    meetingPath: (meeting, path) => keep(undefined, () => records.meetingPath(meeting, path)),
    dueAnswer: (answer) => keep(undefined, () => records.dueAnswer(answer)),
    keepReceipt: (receipt, items) => keep(undefined, () => records.keepReceipt(receipt, items)),
    forgetReceipt: (path) => keep(undefined, () => records.forgetReceipt(path)),
    wait: (at, what) => keep(0, () => records.wait(at, what)),
    doneWaiting: (entry) => keep(undefined, () => records.doneWaiting(entry)),
    tick: (now) => keep(undefined, () => records.tick(now)),
    together: (work) => keep(undefined, () => records.together(work)),
    close: () => keep(undefined, () => records.close()),
  }
}
