import { u } from '../../ui/stage.ts'
import { Head, Label, They, We } from '../../ui/Text.tsx'
import type { PhaseLayout, PhaseStock } from './phase-layouts.ts'
import type { Phase } from './schema.ts'
import type { JourneyView } from './view.ts'
import { journeyMessages, placeText, sentence } from './words.ts'

export interface PhaseTextProps {
  readonly view: JourneyView
  readonly phase: Phase
  readonly index: number
  readonly layout: PhaseLayout
}

export function stockOf(phase: Phase): PhaseStock {
  return {
    pains: phase.pains.length,
    helps: phase.opportunities.length,
    quote: phase.quote !== undefined,
    steps: phase.steps.length > 0,
  }
}

/** Of which journey, which phase, and what happens in it. */
export function PhaseTitle({ view, phase, index, layout }: PhaseTextProps) {
  const { item, room, lang, phases } = view
  return (
    <div data-rise="1">
      <We c={1} lang={lang} style={{ color: 'var(--ink2)' }}>
        {journeyMessages(room.language).place(item.title, index + 1, phases.length)}
      </We>
      <Head c={layout.headC} lang={lang} tight={layout.tight} style={{ marginTop: u(0.35) }}>
        {phase.name}
      </Head>
    </div>
  )
}

export function PhaseSteps({ view, phase, layout }: PhaseTextProps) {
  if (!layout.steps) return null
  return (
    <div data-rise="2" style={{ display: 'grid', gap: u(0.7), justifyItems: 'start' }}>
      {phase.steps.map((step, index) => (
        <div key={index}>
          <We c={layout.stepC} lang={view.lang} tight={layout.tight}>
            {sentence(step.text)}
          </We>
          {layout.places && placeText(step) !== undefined ? (
            <Label lang={view.lang} style={{ marginTop: u(0.25) }}>
              {placeText(step)}
            </Label>
          ) : null}
        </div>
      ))}
    </div>
  )
}

/** What she said there, larger than anything that we say. */
export function PhaseWords({ view, phase, layout }: PhaseTextProps) {
  const guess = view.evidence === 'assumption' || phase.assumed
  if (!layout.quote || phase.quote === undefined) return null
  return (
    <div data-rise="3">
      <They text={phase.quote} c={layout.quoteC} lang={view.lang} guess={guess} />
    </div>
  )
}

export function PhasePains({ view, phase, layout }: PhaseTextProps) {
  const words = journeyMessages(view.room.language)
  return (
    <div data-rise="4" style={{ display: 'grid', gap: u(1) }}>
      <Told
        label={words.hurts}
        lines={phase.pains.slice(0, layout.pains)}
        c={layout.painC}
        lang={view.lang}
      />
      <Told
        label={words.couldHelp}
        lines={phase.opportunities.slice(0, layout.helps)}
        c={layout.painC}
        lang={view.lang}
      />
    </div>
  )
}

interface ToldProps {
  readonly label: string
  readonly lines: readonly string[]
  readonly c: number
  readonly lang: string
}

function Told({ label, lines, c, lang }: ToldProps) {
  if (lines.length === 0) return null
  return (
    <div>
      <Label strong style={{ lineHeight: 1.5 }}>
        {label}
      </Label>
      {lines.map((line) => (
        <We key={line} c={c} lang={lang} style={{ lineHeight: 1.27 }}>
          {sentence(line)}
        </We>
      ))}
    </div>
  )
}
