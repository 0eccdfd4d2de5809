import { Label, ProgressBar } from 'react-aria-components'
import type { Task, TaskWhat } from '../../core/admin/task.ts'
import { useMirror } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { stopTask } from './local-tasks.ts'

/** What is being done of this sort, how far it is, and the way to stop it. */
export function TaskProgress({ what }: { readonly what: readonly TaskWhat[] }) {
  const { imports: words } = useWords()
  const task = useMirror((mirror) =>
    mirror.snapshot?.tasks?.findLast((each) => what.includes(each.what) && each.state === 'running'),
  )
  return task ? <TaskBar task={task} /> : <p className="waiting">{words.looking}</p>
}

export function TaskBar({ task }: { readonly task: Task }) {
  const { imports: words } = useWords()
  const formats = useFormats()
  const { doing, done, total } = task
  const isKnown = total > 0
  return (
    <div className="task">
      <ProgressBar
        className="progress"
        minValue={0}
        maxValue={isKnown ? total : 1}
        value={Math.min(done, total)}
        isIndeterminate={!isKnown}
        valueLabel={isKnown ? `${formats.number(done)} / ${formats.number(total)}` : ''}
      >
        {({ percentage, valueText }) => (
          <>
            <Label>{words.task[task.what]}</Label>
            <span className="tabular quiet">{valueText}</span>
            <div className="bar">
              <div style={{ width: `${percentage ?? 15}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      {/* Not read out: ten of them a second would drown everything else. */}
      {task.what === 'index' && doing.name === undefined ? null : (
        <p className="doing">
          <bdi>{words.doing[doing.key](doing.name ?? '')}</bdi>
        </p>
      )}
      <p className="actions">
        <Button onPress={() => stopTask(task)}>{words.cancelTask}</Button>
      </p>
    </div>
  )
}
