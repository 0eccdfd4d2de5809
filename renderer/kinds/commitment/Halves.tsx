import type { CSSProperties } from 'react'
import { Pin } from '../../ui/Sheet.tsx'
import { textLanguage } from '../../ui/script.ts'
import { u } from '../../ui/stage.ts'
import { Head, They, We } from '../../ui/Text.tsx'
import type { CommitmentProps } from './Slide.tsx'
import type { HalfBox } from './shape.ts'
import type { CommitmentLayout } from './slide-layouts.ts'
import { asksWhatHappened, stateText } from './state.ts'
import { commitmentWords } from './words.ts'

interface HalfProps extends CommitmentProps {
  readonly layout: CommitmentLayout
  readonly box: HalfBox
}

function half({ startU, widthU, topU, bottomU }: HalfBox): CSSProperties {
  return {
    insetInlineStart: u(startU),
    width: u(widthU),
    top: u(topU),
    bottom: u(bottomU),
    display: 'flex',
    flexDirection: 'column',
  }
}

const PIN_U = 0.42

function headGap({ small }: CommitmentLayout): number {
  return small ? 0.7 : 1.4
}

/** How much of a half its sentence may take where there is room to choose. */
const AIRY = '62%'

/** What the customer said, on the wall's own paper. */
export function Said({ room, layout, box, lang }: HalfProps & { readonly lang: string }) {
  return (
    <div className="at" data-fit="" style={half(box)}>
      <We c={1} strong lang={room.language} rise={1} style={{ marginBottom: u(headGap(layout)) }}>
        {commitmentWords(room.language).youSaid}
      </We>
      <div data-fit="" style={{ maxHeight: layout.airy ? AIRY : '100%', minHeight: 0 }}>
        <They
          text={layout.said}
          c={layout.saidC}
          lang={lang}
          para={layout.saidC < 1.6}
          rise={1}
          tight={layout.keptWords !== undefined}
        />
      </div>
    </div>
  )
}

/** What we did, or promise, and how it stands. */
export function Did({ item, room, layout, box, today }: HalfProps) {
  const { body, envelope } = item
  const asks = asksWhatHappened(body, today)
  const isLate = body.state === 'late' || asks
  const words = commitmentWords(room.language)
  const lang = textLanguage(body.promise, envelope.lang, room.language)
  const came = body.effect ?? body.proof
  const stateC = layout.small ? 1 : 1.41
  return (
    <div className="at" data-fit="" style={{ ...half(box), justifyContent: 'space-between', gap: u(1.4) }}>
      <div style={{ flex: 'none' }}>
        <We c={1} strong lang={room.language} rise={2} style={{ marginBottom: u(headGap(layout)) }}>
          {words.weDid[isLate ? 'late' : body.state]}
        </We>
        <We
          c={layout.promiseC}
          lang={lang}
          rise={2}
          style={{
            fontWeight: 480,
            ...(layout.promiseC > 1.5 ? { lineHeight: 1.16, textWrap: 'balance' } : {}),
          }}
          tight={layout.keptWords !== undefined}
        >
          {layout.promise}
        </We>
      </div>
      <div data-rise="3" style={{ flex: 'none' }}>
        {asks ? (
          <Head c={layout.small ? 1.92 : 2.4} lang={room.language} style={{ marginBottom: u(0.7) }}>
            {words.whatHappened}
          </Head>
        ) : null}
        <div style={{ display: 'flex', alignItems: 'baseline', gap: u(layout.small ? 0.6 : 0.85) }}>
          <StateMark kept={body.state === 'kept'} late={isLate} c={stateC} />
          <We c={stateC} strong lang={room.language} style={{ lineHeight: 1.24 }}>
            {stateText(body, room.language, today)}
          </We>
        </div>
        {layout.effect && came !== undefined ? (
          <We c={1} lang={lang} style={{ marginTop: u(0.5) }}>
            {came}
          </We>
        ) : null}
      </div>
    </div>
  )
}

/** Beside its words: solid kept, outlined due, outlined with the pin late. */
function StateMark({
  kept,
  late,
  c,
}: {
  readonly kept: boolean
  readonly late: boolean
  readonly c: number
}) {
  // The inner width of the outline, whose line is 0.09 of the type.
  const middleU = (c * (0.7 - 2 * 0.09)) / 0.7 / 2
  const size: CSSProperties = { fontSize: u(c / 0.7) }
  return (
    <i className={kept ? 'commitment-mark kept' : 'commitment-mark'} style={size} aria-hidden="true">
      {late ? <Pin xU={middleU} yU={middleU} radiusU={PIN_U} /> : null}
    </i>
  )
}
