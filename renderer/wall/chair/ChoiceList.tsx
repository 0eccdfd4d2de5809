import type { Choice } from '../../core/chair/view.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Label, We } from '../../ui/Text.tsx'
import { visibleChoices } from './choice-window.ts'
import { type ChairProps, targetU } from './scene-props.ts'
import { Touch } from './Touch.tsx'

/** How a list of choices is set. */
export interface ListLayout {
  readonly c: number
  readonly notes: boolean
  readonly columns: 1 | 2
  /** Choices that are seen at once; the highlighted one always is. */
  readonly most: number
}

interface ChoiceListProps extends ChairProps {
  readonly choices: readonly Choice[]
  readonly layout: ListLayout
}

/** What can be chosen: by its digit, by a touch, or by going to it and on. */
export function ChoiceList({ choices, layout, ...props }: ChoiceListProps) {
  const { chair, screen, bridge } = props
  const { stage } = useStage()
  const { shown, before, after } = visibleChoices(choices, layout.most)
  const rows = Math.ceil(shown.length / layout.columns)
  const height = u(Math.max(targetU(screen, stage), layout.c * 1.7 + 0.5))
  return (
    <div>
      <More isMore={before > 0} count={before} />
      <div
        className={layout.columns === 1 ? 'choices' : 'choices columns'}
        style={{
          gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))`,
          ...(layout.columns > 1 ? { gridTemplateRows: `repeat(${rows}, auto)` } : {}),
        }}
      >
        {shown.map((choice) => (
          <Touch
            key={choice.id}
            className="choice"
            style={{ minHeight: height }}
            isHighlighted={choice.isHighlighted}
            onTouch={() => void bridge.call('chairChoose', { sceneId: chair.sceneId, choice: choice.id })}
          >
            <We c={layout.c} strong className="digit">
              {choice.digit ?? ''}
            </We>
            <div>
              <We c={layout.c} lang={choice.lang} style={{ fontWeight: 480, lineHeight: 1.2 }}>
                {choice.label}
              </We>
              {layout.notes && choice.note ? <Label>{choice.note}</Label> : null}
            </div>
          </Touch>
        ))}
      </div>
      <More isMore={after > 0} count={after} />
    </div>
  )
}

/** Going on past the last one that is seen brings the next. */
function More({ isMore, count }: { readonly isMore: boolean; readonly count: number }) {
  return isMore ? <Label style={{ paddingInlineStart: u(3.3) }}>{`+ ${count}`}</Label> : null
}

/** The same without those that leave choices out. */
export function wholeLists(choices: readonly Choice[], isWide: boolean): ListLayout[] {
  return listLayouts(choices, isWide)
    .flat()
    .filter(({ most }) => most >= choices.length)
}

/** From generous to tight: the notes, a second column, the size, and at last only those around the highlighted one. */
export function listLayouts(choices: readonly Choice[], isWide: boolean): ListLayout[][] {
  const all = choices.length
  const notes = choices.some(({ note }) => note !== undefined)
  const columns: readonly (1 | 2)[] = isWide && all > 3 ? [1, 2] : [1]
  const whole = [true, false]
    .filter((shown) => notes || !shown)
    .flatMap((shown) => columns.map((count) => [1.41, 1.2, 1].map((c) => layout(c, shown, count, all))))
  const some = Array.from({ length: Math.max(0, all - 3) }, (_, less) => layout(1, false, 1, all - 1 - less))
  return some.length > 0 ? [...whole, some] : whole
}

function layout(c: number, notes: boolean, columns: 1 | 2, most: number): ListLayout {
  return { c, notes, columns, most }
}
