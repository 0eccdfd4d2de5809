import { create } from 'zustand'
import type { Task, TaskWhat } from '../../core/admin/task.ts'
import { bridge } from '../bridge.ts'

/** Long work of the window itself: parts that it asks for one after the other. It is followed and stopped as the host's is. */

interface Local {
  readonly tasks: readonly Task[]
}

export const useLocalTasks = create<Local>()(() => ({ tasks: [] }))

const controllers = new Map<number, AbortController>()
/** The host's are numbered upwards. */
let last = 0

export interface LocalProgress {
  readonly signal: AbortSignal
  tell(done: number): void
}

/** Runs it as a task of this name; undefined where somebody stopped it. */
export async function asTask<Result>(
  what: TaskWhat,
  name: string,
  work: (progress: LocalProgress) => Promise<Result>,
): Promise<Result | undefined> {
  last -= 1
  const id = last
  const controller = new AbortController()
  controllers.set(id, controller)
  const set = (done: number): void =>
    useLocalTasks.setState(({ tasks }) => ({
      tasks: [
        ...tasks.filter((task) => task.id !== id),
        { id, what, state: 'running', doing: { key: 'reading', name }, done, total: 0 },
      ],
    }))
  set(0)
  try {
    const result = await work({ signal: controller.signal, tell: set })
    return controller.signal.aborted ? undefined : result
  } finally {
    controllers.delete(id)
    useLocalTasks.setState(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) }))
  }
}

/** Whoever does it puts back what was begun. */
export function stopTask({ id }: Task): void {
  const own = controllers.get(id)
  if (own) own.abort()
  else void bridge.call('cancelTask', { id })
}
