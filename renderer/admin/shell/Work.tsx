import { useShallow } from 'zustand/react/shallow'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { useLocalTasks } from '../kit/local-tasks.ts'
import { TaskBar } from '../kit/TaskProgress.tsx'
import { useMirror } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import type { PlaceName } from './route.ts'

/** Long work, wherever somebody is meanwhile; what its own place tells is not told twice. */
export function Work({ place }: { readonly place: PlaceName }) {
  const { imports: words } = useWords()
  const formats = useFormats()
  const isSeen = place === 'import' ? ['import', 'look-at-import'] : []
  const tasks = useMirror(
    useShallow((mirror) =>
      (mirror.snapshot?.tasks ?? []).filter(
        ({ state, what }) => state === 'running' && !isSeen.includes(what),
      ),
    ),
  )
  const own = useLocalTasks(({ tasks: local }) => local)
  const unread = useMirror((mirror) => mirror.snapshot?.unread ?? 0)
  if (tasks.length + own.length + unread === 0) return null
  return (
    <section className="work-going-on" aria-label={words.work}>
      {[...tasks, ...own].map((task) => (
        <TaskBar key={task.id} task={task} />
      ))}
      {unread > 0 ? (
        <>
          <p role="status">{words.stopped(formats.number(unread))}</p>
          <Button onPress={() => void bridge.call('readOn')}>{words.readOn}</Button>
        </>
      ) : null}
    </section>
  )
}
