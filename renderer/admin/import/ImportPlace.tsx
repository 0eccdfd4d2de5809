import { useEffect, useRef } from 'react'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { TaskProgress } from '../kit/TaskProgress.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'
import { ImportDone } from './ImportDone.tsx'
import { leave, lookAt, useImport } from './import-state.ts'
import { PlanView } from './PlanView.tsx'

/** Brings files into the folder: first what would come of them, then, with the curator's answers, the copying. */
export function ImportPlace() {
  const { shell } = useWords()
  return (
    <>
      <h1>{shell.place.import}</h1>
      <StageBox />
    </>
  )
}

/** With a stage the button goes that was pressed: the keys go on where the next one begins. */
function StageBox() {
  const at = useImport(({ stage }) => (stage.at === 'done' && stage.isUndone ? 'undone' : stage.at))
  const before = useRef(at)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (before.current !== at && document.activeElement === document.body)
      box.current?.focus({ preventScroll: true })
    before.current = at
  }, [at])
  return (
    <div ref={box} tabIndex={-1} className="stage-box">
      <Stage />
    </div>
  )
}

function Stage() {
  const { imports: words } = useWords()
  const spoken = useSpoken()
  const stage = useImport((state) => state.stage)
  switch (stage.at) {
    case 'idle':
      return <Invitation />
    case 'looking':
      return <TaskProgress what={['look-at-import']} />
    case 'plan':
      return <PlanView plan={stage.plan} refusal={stage.refusal} />
    case 'running':
      return <TaskProgress what={['import']} />
    case 'done':
      return <ImportDone plan={stage.plan} answer={stage.answer} isUndone={stage.isUndone} />
    case 'refused':
      return (
        <div className="trouble" role="alert">
          <p>
            <strong className="signal">{words.failed}</strong>
          </p>
          <p>{spoken(stage.refusal.message)}</p>
          <p>{spoken(stage.refusal.hint)}</p>
          <Button onPress={leave}>{words.more}</Button>
        </div>
      )
  }
}

function Invitation() {
  const { imports: words } = useWords()
  async function choose(what: 'files' | 'folders'): Promise<void> {
    await lookAt(await bridge.call('chooseFiles', { what }))
  }
  return (
    <div className="invitation">
      <p className="lead">{words.drop}</p>
      <p className="quiet">{words.dropHint}</p>
      <p className="actions">
        <Button weight="main" onPress={() => void choose('files')}>
          {words.files}
        </Button>
        <Button onPress={() => void choose('folders')}>{words.folders}</Button>
      </p>
    </div>
  )
}
