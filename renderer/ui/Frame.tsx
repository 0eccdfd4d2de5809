import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import type { Evidence } from '../core/item.ts'
import { direction } from '../core/text.ts'
import { messages } from './messages.ts'
import { useStage } from './StageBox.tsx'
import { u } from './stage.ts'
import { Label } from './Text.tsx'

/** Solid, ruled or pencilled: how sure we are, in the size of a letter. Always beside its word. */
export function EvidenceMark({ evidence }: { readonly evidence: Evidence }) {
  return <i className={`evidence ${evidence}`} aria-hidden="true" />
}

export interface FrameProps {
  readonly evidence?: Evidence | undefined
  /** Strength or voice first, set bold: "Research." */
  readonly lead?: string | undefined
  /** Who, how many, when: "A composite of 14 people, November 2025". */
  readonly rest?: string | undefined
  readonly room: { readonly name: string; readonly language: string }
  readonly pass: { readonly index: number; readonly count: number }
  /** A figure or a paper holds the lower end: name and ticks give way. */
  readonly short?: boolean
  /** Width of the whole line in u where it must end early. */
  readonly widthU?: number | undefined
  /** Where the line begins, in u from the side where lines begin; the margin where absent. */
  readonly startU?: number | undefined
}

/** The one line at the foot of every slide. */
export function Frame({ evidence, lead, rest, room, pass, short = false, widthU, startU }: FrameProps) {
  const { stage } = useStage()
  const { ref, crowded } = useCrowded(`${lead} ${rest} ${stage.widthPx} ${stage.u}`)
  const style: CSSProperties = {
    ...(startU === undefined ? {} : { insetInlineStart: u(startU) }),
    ...(widthU === undefined ? {} : { width: u(widthU), insetInlineEnd: 'auto' }),
  }
  return (
    <footer ref={ref} className="frame" style={style} data-rise="last">
      <Label className="source" lang={room.language}>
        {evidence ? <EvidenceMark evidence={evidence} /> : null}
        {lead ? <b dir={direction(lead)}>{lead}</b> : null}
        {lead && rest ? ' ' : null}
        {rest}
      </Label>
      {short || (crowded && stage.shape === 'landscape') ? null : (
        <div className="room">
          <Label lang={room.language}>{room.name}</Label>
          {pass.count > 1 ? (
            <Ticks
              {...pass}
              label={messages(room.language).position(pass.index + 1, pass.count)}
              u={stage.u}
            />
          ) : null}
        </div>
      )}
    </footer>
  )
}

/** True where the source needs the whole line: one line is all that the frame has in landscape. */
function useCrowded(key: string) {
  const ref = useRef<HTMLElement>(null)
  const [crowdedBy, setCrowdedBy] = useState<string>()
  useLayoutEffect(() => {
    const source = ref.current?.firstElementChild
    if (!(source instanceof HTMLElement)) return
    const lineHeight = Number.parseFloat(getComputedStyle(source).lineHeight)
    if (source.offsetHeight > lineHeight * 1.5) setCrowdedBy(key)
  }, [key])
  return { ref, crowded: crowdedBy === key }
}

/** At most so many ticks; a longer pass is told proportionally. */
const MOST_TICKS = 40

function Ticks({ index, count, label, u: unit }: { index: number; count: number; label: string; u: number }) {
  const total = Math.min(count, MOST_TICKS)
  const here = tickIndex(index, count)
  return (
    <svg
      role="img"
      aria-label={label}
      height={unit * 0.78}
      viewBox={`0 0 ${total * 10 - 4} 24`}
      style={{ overflow: 'visible' }}
    >
      {Array.from({ length: total }, (_, tick) => (
        <rect
          key={tick}
          x={tick * 10}
          y={tick === here ? 0 : 13}
          width={tick === here ? 5 : 2.5}
          height={tick === here ? 24 : 11}
          fill="currentColor"
        />
      ))}
    </svg>
  )
}

/** Which tick stands for item `index` of `count`, both from 0, on a scale of at most 40. */
export function tickIndex(index: number, count: number): number {
  const last = Math.min(count, MOST_TICKS) - 1
  if (count <= MOST_TICKS) return Math.min(last, Math.max(0, index))
  return Math.min(last, Math.floor((index / count) * MOST_TICKS))
}
