import { useState } from 'react'
import type { OrderView } from '../../../core/admin/order.ts'
import { Button } from '../../kit/Button.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { useAdminView } from '../../mirror.ts'
import { useCalendar } from '../../words/use-calendar.ts'
import { useWords } from '../../words/use-words.ts'
import { setSetting } from '../use-setting.ts'
import { HolidayList } from './HolidayList.tsx'
import { LayerChoice } from './LayerChoice.tsx'
import { LayerText } from './LayerText.tsx'
import { mondayOf, today } from './mondays.ts'
import { useWeek } from './use-week.ts'
import { WeekGrid } from './WeekGrid.tsx'
import { WeekTable } from './WeekTable.tsx'
import { type Layer, linesOfLayer, pathOfLayer, weekView } from './week-view.ts'

const ROOM = ''

/** A week of the room or of one of its screens: when it is on, when it is heard, and the dayparts. */
export function WeekPlan({ view }: { readonly view: OrderView }) {
  const { order: words } = useWords()
  const [screen, setScreen] = useState(ROOM)
  const [layer, setLayer] = useState<Layer>({ of: 'hours' })
  return (
    <>
      <div className="tools">
        {view.screens.length === 0 ? null : (
          <Choice
            label={words.for}
            value={screen}
            options={[
              { value: ROOM, label: words.wholeRoom },
              ...view.screens.map(({ name }) => ({ value: name, label: words.screen(name) })),
            ]}
            onChange={setScreen}
          />
        )}
        <LayerChoice view={weekView(view, screen)} layer={layer} onChange={setLayer} />
      </div>
      <OneLayer key={JSON.stringify([screen, layer])} view={view} screen={screen} layer={layer} />
      <HolidayList view={weekView(view, screen)} screen={screen} />
    </>
  )
}

interface LayerProps {
  readonly view: OrderView
  readonly screen: string
  readonly layer: Layer
}

function OneLayer({ view, screen, layer }: LayerProps) {
  const { order: words } = useWords()
  const zone = useAdminView()?.timezone ?? 'UTC'
  const [monday, setMonday] = useState(() => mondayOf(today(zone)))
  const week = weekView(view, screen)
  const lines = linesOfLayer(week, layer)
  const draft = useWeek(layer, screen, lines)
  const isOwn = layer.of !== 'daypart' && week.own.includes(layer.of)
  const canBeTaken = layer.of === 'daypart' || (screen === ROOM ? lines !== undefined : isOwn)
  return (
    <>
      <WeekBar monday={monday} zone={zone} onChange={setMonday} />
      <WeekGrid view={week} layer={layer} draft={draft} monday={monday} zone={zone} />
      <p className="quiet">{words.weekKeys}</p>
      <div className="tools">
        <LayerText lines={lines} layer={layer} draft={draft} />
        {canBeTaken ? (
          <Button onPress={() => void setSetting(pathOfLayer(layer, screen), null)}>
            {layer.of === 'daypart' ? words.removeDaypart(layer.name) : isOwn ? words.asRoom : words.allDay}
          </Button>
        ) : null}
        {screen !== ROOM && layer.of !== 'daypart' ? (
          <p className="quiet">{isOwn ? words.ownHours : words.roomHours}</p>
        ) : null}
      </div>
      <WeekTable view={week} layer={layer} week={draft.week} monday={monday} />
    </>
  )
}

interface BarProps {
  readonly monday: number
  readonly zone: string
  readonly onChange: (monday: number) => void
}

function WeekBar({ monday, zone, onChange }: BarProps) {
  const { order: words } = useWords()
  const calendar = useCalendar()
  return (
    <div className="week-bar">
      <h2 aria-live="polite">{words.weekOf(calendar.day(monday), calendar.day(monday + 6))}</h2>
      <span className="quiet">{zone}</span>
      <span className="actions">
        <Button onPress={() => onChange(monday - 7)}>{words.weekBefore}</Button>
        <Button onPress={() => onChange(mondayOf(today(zone)))}>{words.thisWeek}</Button>
        <Button onPress={() => onChange(monday + 7)}>{words.weekAfter}</Button>
      </span>
    </div>
  )
}
