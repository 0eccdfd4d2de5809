import { type CSSProperties, memo } from 'react'
import type { Paper } from '../../core/brand.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { BAR_U, type CallShape, OUR_SHARE, PITCH_U } from './slide-layouts.ts'
import type { Bar } from './waveform.ts'

interface WaveformProps {
  readonly bars: readonly Bar[]
  readonly shape: CallShape
  readonly paper: Paper
}

/** Between the axis and a bar, u. */
const CLEAR_U = 0.1
const PIN_U = 0.43

/**
 * Her bars stand on the axis, ours hang below it. It is drawn once: what is heard follows the custom property `--heard`
 * (0..1 of the width) of `[data-waveform]`, by transforms alone.
 */
export const Waveform = memo(function Waveform({ bars, shape, paper }: WaveformProps) {
  const { grid } = useStage()
  const width = bars.length * PITCH_U
  const height = shape.axisU + shape.barU * OUR_SHARE + 1
  const box = { left: u(grid.startU), top: 0, width: u(width), height: u(height) }
  return (
    // Time runs to the right in every script, as it does on any player.
    <div
      className="at call-waveform"
      dir="ltr"
      data-waveform=""
      data-paper={paper}
      style={box}
      aria-hidden="true"
    >
      <div className="unheard">
        <Bars bars={bars} shape={shape} width={width} height={height} />
      </div>
      <div className="heard">
        <div className="still">
          <Bars bars={bars} shape={shape} width={width} height={height} />
        </div>
      </div>
      <div className="playhead" style={{ top: u(shape.axisU) }}>
        <i
          className="pin"
          style={{ '--pin': PIN_U, left: u((BAR_U - PITCH_U) / 2), top: 0 } as CSSProperties}
        />
      </div>
    </div>
  )
})

interface BarsProps {
  readonly bars: readonly Bar[]
  readonly shape: CallShape
  readonly width: number
  readonly height: number
}

function Bars({ bars, shape, width, height }: BarsProps) {
  const { axisU, barU } = shape
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      style={{ display: 'block', width: '100%', height: '100%' }}
    >
      <path
        d={bars.map(({ up }, index) => bar(index, axisU - CLEAR_U, -up * barU)).join('')}
        fill="var(--on-ink)"
      />
      <path
        d={bars.map(({ down }, index) => bar(index, axisU + CLEAR_U, down * barU * OUR_SHARE)).join('')}
        fill="var(--ink)"
      />
    </svg>
  )
}

function bar(index: number, from: number, length: number): string {
  if (length === 0) return ''
  return `M${round(index * PITCH_U)} ${round(from)}h${BAR_U}v${round(length)}h${-BAR_U}z`
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000
}
