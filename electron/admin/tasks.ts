import type { Doing, Task, TaskWhat } from '../../renderer/core/admin/task.ts'
import type { Clock } from '../clock.ts'

/** Long work, told while it goes on. */
export interface Tasks {
  list(): readonly Task[]
  cancel(id: number): void
  /** Runs `work` as a task; whatever it answers is the task's answer too. Rejects with what the work rejects with. */
  run<Answer extends NonNullable<Task['answer']> | { readonly ok: true }>(
    what: TaskWhat,
    work: (progress: Progress) => Promise<Answer>,
  ): Promise<Answer>
}

export interface Progress {
  readonly signal: AbortSignal
  tell(doing: Doing, done: number, total: number): void
}

/** Ended ones that are still told. */
const ENDED_KEPT = 20
/** How far something is, is told so often: who looks sees it move, and ten thousand files do not drown the window. */
const TOLD_MS = 100

export function makeTasks(onNews: () => void, after: Clock['after']): Tasks {
  let tasks: readonly Task[] = []
  let stopWaiting: (() => void) | undefined
  const controllers = new Map<number, AbortController>()
  let last = 0

  function set(id: number, change: Partial<Task>): void {
    tasks = tasks.map((task) => (task.id === id ? { ...task, ...change } : task))
    const ended = tasks.filter(({ state }) => state !== 'running')
    const dropped = new Set(ended.slice(0, Math.max(0, ended.length - ENDED_KEPT)))
    tasks = tasks.filter((task) => !dropped.has(task))
  }

  function tellSoon(): void {
    stopWaiting ??= after(TOLD_MS, tellNow)
  }

  function tellNow(): void {
    stopWaiting?.()
    stopWaiting = undefined
    onNews()
  }

  return {
    list: () => tasks,
    cancel: (id) => controllers.get(id)?.abort(),
    async run(what, work) {
      last += 1
      const id = last
      const controller = new AbortController()
      controllers.set(id, controller)
      tasks = [...tasks, { id, what, state: 'running', doing: { key: 'looking' }, done: 0, total: 0 }]
      tellNow()
      try {
        const answer = await work({
          signal: controller.signal,
          tell(doing, done, total) {
            set(id, { doing, done, total })
            tellSoon()
          },
        })
        const cancelled = controller.signal.aborted && !answer.ok
        set(id, {
          state: cancelled ? 'cancelled' : answer.ok ? 'done' : 'failed',
          ...('sentence' in answer || !answer.ok ? { answer: answer as NonNullable<Task['answer']> } : {}),
        })
        return answer
      } catch (thrown) {
        set(id, { state: 'failed' })
        throw thrown
      } finally {
        controllers.delete(id)
        tellNow()
      }
    },
  }
}
