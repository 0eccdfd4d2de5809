import { messages } from '../../ui/messages.ts'
import { type Grid, u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import { hyphenate } from './hyphenate.ts'
import type { Phase } from './schema.ts'
import type { FootLayout } from './slide-layouts.ts'
import type { JourneyView } from './view.ts'
import { nameWithMoment, stepsText } from './words.ts'

/** Between a column's rule and its words, and between its words and the next rule, u. */
const GUTTER_U = 0.55

interface PhasesProps {
  readonly view: JourneyView
  readonly grid: Grid
  readonly layout: FootLayout
}

/** The phases on their hill: each under its own place of the ridge, or numbered where they are many. */
export function LandscapePhases(props: PhasesProps) {
  return props.layout.columns === undefined ? (
    <Columns {...props} />
  ) : (
    <Numbered {...props} columns={props.layout.columns} />
  )
}

function Columns({ view, grid, layout }: PhasesProps) {
  const pitch = grid.liveU / view.phases.length
  const name = (phase: Phase, index: number): string =>
    index === view.moment ? phase.name : nameWithMoment(phase, view.room.language)
  return view.phases.map((phase, index) => (
    <div
      key={index}
      className="at"
      style={{ insetInlineStart: u(index * pitch), top: 0, bottom: 0, width: u(pitch - 2 * GUTTER_U) }}
    >
      {index > 0 ? <Rule /> : null}
      <We c={layout.nameC} strong tight={layout.tight} lang={view.lang} style={{ lineHeight: 1.22 }}>
        {layout.hyphens ? hyphenate(name(phase, index)) : name(phase, index)}
      </We>
      {layout.steps && phase.steps.length > 0 ? (
        <We c={0.75} tight={layout.tight} lang={view.lang} style={{ marginTop: '0.3em' }}>
          {layout.hyphens ? hyphenate(phaseSteps(view, phase)) : phaseSteps(view, phase)}
        </We>
      ) : null}
    </div>
  ))
}

/** What happens, said as a thought where it is one and the frame does not already say so of everything. */
export function phaseSteps(view: JourneyView, phase: Phase): string {
  const steps = stepsText(phase)
  if (!phase.assumed || view.evidence === 'assumption' || steps === '') return steps
  return `${messages(view.room.language).weThink}: ${steps}`
}

function Rule() {
  const style = {
    insetInlineStart: u(-GUTTER_U),
    top: u(0.25),
    bottom: u(0.45),
    width: 'max(1px, calc(0.066 * var(--u)))',
  }
  return (
    <i className="at" aria-hidden="true" style={{ ...style, background: 'currentColor', opacity: 0.35 }} />
  )
}

function Numbered({ view, grid, layout, columns }: PhasesProps & { readonly columns: number }) {
  const rows = Math.ceil(view.phases.length / columns)
  const gap = 1.4
  return (
    <div
      style={{
        display: 'grid',
        gridAutoFlow: 'column',
        gridTemplateRows: `repeat(${rows}, auto)`,
        gridAutoColumns: u((grid.liveU - gap * (columns - 1)) / columns),
        columnGap: u(gap),
        rowGap: u(0.16),
      }}
    >
      {view.phases.map((phase, index) => (
        <We
          key={index}
          c={layout.nameC}
          strong
          tight={layout.tight}
          lang={view.lang}
          style={numberedLine(layout.short)}
        >
          <span style={{ display: 'inline-block', width: '1.55em', textIndent: 0, fontWeight: 430 }}>
            {index + 1}
          </span>
          {layout.hyphens ? hyphenate(phase.name) : phase.name}
        </We>
      ))}
    </div>
  )
}

function numberedLine(short: boolean) {
  const hanging = { lineHeight: 1.25, paddingInlineStart: '1.55em', textIndent: '-1.55em' }
  return short
    ? ({ ...hanging, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const)
    : hanging
}
