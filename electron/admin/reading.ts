import type { Task } from '../../renderer/core/admin/task.ts'
import type { HostParts, ReadingProgress } from '../host-parts.ts'

/** What the library reads, as work that a curator can follow and stop. */
export interface Reading {
  tasks(): readonly Task[]
  /** Files that wait since reading was stopped. */
  unread(): number
  goes(progress: ReadingProgress): void
  rests(left: number): void
  /** Whether a task of this id is the library's. */
  isIt(id: number): boolean
  stop(): void
  goOn(): void
}

/** Others are numbered from 1. */
const ID = 0

export function makeReading(library: HostParts['reading']): Reading {
  let now: Task | undefined
  let left = 0
  return {
    tasks: () => (now ? [now] : []),
    unread: () => left,
    goes({ done, total, name }) {
      left = 0
      now = { id: ID, what: 'index', state: 'running', doing: { key: 'reading', name }, done, total }
    },
    rests(files) {
      now = undefined
      left = files
    },
    isIt: (id) => id === ID,
    stop: () => library?.stop(),
    goOn: () => library?.goOn(),
  }
}
