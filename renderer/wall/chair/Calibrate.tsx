import { type PointerEvent, useEffect, useEffectEvent, useState } from 'react'
import { CARD, cardWidthPx, isCardKey, widthAfterKey, withinPanel } from '../../core/chair/calibration.ts'
import type { Bridge, ScreenView, Snapshot } from '../../core/contract.ts'
import { mmPerPixel } from '../../core/legibility.ts'
import { direction } from '../../core/text.ts'
import { formatNumber } from '../../ui/dates.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'
import { panelOf, targetU } from './scene-props.ts'
import { Touch } from './Touch.tsx'
import { chairWords } from './words.ts'

interface CalibrateProps {
  readonly room: Snapshot['room']
  readonly screen: ScreenView
  readonly bridge: Bridge
  readonly onEnd: () => void
}

/** Nobody has touched it for so long, ms: the chair is back. */
const IDLE_MS = 120_000
const END_KEYS: readonly string[] = ['Escape', '.', 'b', 'B', 'c', 'C']

/** A box that is made as wide as a bank card held on the glass: from then on a millimetre is one. */
export function Calibrate(props: CalibrateProps) {
  const { room, screen } = props
  const { stage, grid } = useStage()
  const words = chairWords(room.language)
  const box = useBox(props)
  const heightPx = (box.widthPx * CARD.heightMm) / CARD.widthMm
  const isPortrait = stage.shape === 'portrait'
  const least = u(Math.max(targetU(screen, stage), 2.6))
  const buttons = [
    { name: words.smaller, act: () => box.step('ArrowLeft') },
    { name: words.larger, act: () => box.step('ArrowRight') },
    { name: words.end, act: props.onEnd },
    { name: words.keep, act: box.keep, className: 'forth' },
  ]
  return (
    <Slide lang={room.language} dir={direction(words.holdCard)}>
      <div
        className="at"
        data-scene="measure"
        style={{
          insetInlineStart: 'var(--ms)',
          top: u(grid.topU),
          width: u(isPortrait ? grid.liveU : grid.liveU * 0.42),
        }}
      >
        <Head c={2.83} lang={room.language} rise={1}>
          {words.holdCard}
        </Head>
        <We c={1} lang={room.language} rise={2} style={{ marginTop: u(1.4) }}>
          {words.cardHow}
        </We>
        <We c={1} strong lang={room.language} style={{ marginTop: u(0.8) }}>
          {words.cardFine(formatNumber(Math.round((CARD.widthMm / box.widthPx) * 1e4) / 1e4, room.language))}
        </We>
      </div>
      <div
        className="card"
        data-paper="straw"
        onPointerDown={box.grasp}
        onPointerMove={box.drag}
        style={{
          width: `${box.widthPx}px`,
          height: `${heightPx}px`,
          borderRadius: `${(CARD.radiusMm * box.widthPx) / CARD.widthMm}px`,
          ...(isPortrait
            ? { left: `calc(50% - ${box.widthPx / 2}px)`, bottom: '22%' }
            : { left: `calc(72% - ${box.widthPx / 2}px)`, top: `calc(44% - ${heightPx / 2}px)` }),
        }}
      />
      <footer className="chair-foot">
        <span />
        <div className="buttons">
          {buttons.map(({ name, act, className = '' }) => (
            <Touch key={name} className={className} style={{ height: least, minWidth: least }} onTouch={act}>
              <We c={1} strong={className !== ''} lang={room.language}>
                {name}
              </We>
            </Touch>
          ))}
        </div>
      </footer>
    </Slide>
  )
}

/** The box by keys, by buttons and by pulling at it. */
function useBox({ screen, bridge, onEnd }: CalibrateProps) {
  const { stage } = useStage()
  const panelPx = { widthPx: stage.widthPx, heightPx: stage.heightPx }
  const [widthPx, setWidth] = useState(() =>
    withinPanel(cardWidthPx(mmPerPixel(panelOf(screen, stage))), panelPx),
  )
  const keep = (): void => {
    void bridge.call('calibrate', { mmPerPixel: CARD.widthMm / widthPx, ...windowPx() })
    onEnd()
  }
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep()
    else if (END_KEYS.includes(event.key)) onEnd()
    else if (isCardKey(event.key)) setWidth(widthAfterKey(widthPx, event.key, panelPx))
  })
  const idle = useEffectEvent(onEnd)
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  useEffect(() => {
    const timer = setTimeout(idle, widthPx > 0 ? IDLE_MS : 0)
    return () => clearTimeout(timer)
  }, [widthPx])
  return {
    widthPx,
    keep,
    step: (key: string): void => setWidth(widthAfterKey(widthPx, key, panelPx)),
    grasp: (event: PointerEvent): void => event.currentTarget.setPointerCapture(event.pointerId),
    drag: (event: PointerEvent): void => {
      if (event.currentTarget.hasPointerCapture(event.pointerId))
        setWidth((before) => withinPanel(before + 2 * event.movementX, panelPx))
    },
  }
}

/** The stage is larger than the window by a little, for its orbit: the panel is not. */
function windowPx() {
  return { widthPx: window.innerWidth, heightPx: window.innerHeight }
}
