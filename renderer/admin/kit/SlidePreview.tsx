import { useEffect, useRef, useState } from 'react'
import type { PlayView, ScreenView, Snapshot } from '../../core/contract.ts'
import { SlideOf } from '../../kinds/slides.ts'
import { StageBox } from '../../ui/StageBox.tsx'
import type { MediaClock, Unfit } from '../../ui/slide-props.ts'
import { stageFor } from '../../ui/stage.ts'
import { FontsAreHere } from '../../ui/use-fit.ts'
import { useFonts } from './use-fonts.ts'

interface Props {
  readonly play: PlayView
  readonly room: Snapshot['room']
  readonly screen: ScreenView
  /** px of the wall that it is drawn for; 1920 x 1080 where absent. */
  readonly size?: { readonly widthPx: number; readonly heightPx: number } | undefined
  /** Its text does not fit at a legible size. */
  readonly onUnfit?: (unfit: Unfit) => void
  /** Of the box around it, where whoever draws it knows; measured where absent. */
  readonly widthPx?: number | undefined
}

const USUAL = { widthPx: 1920, heightPx: 1080 }

/** The real slide, scaled to the width of the box around it. */
export function SlidePreview({ play, room, screen, size = USUAL, widthPx, onUnfit = ignore }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, widthPx)
  const isReady = useFonts(play, room.language)
  const stage = stageFor({ ...screen.panel, ...size })
  return (
    <div
      ref={box}
      className="preview"
      role="img"
      aria-label={play.item.title}
      style={{ aspectRatio: `${size.widthPx} / ${size.heightPx}` }}
    >
      {/* A slide is a page of its own, with its own landmarks: none of them is one of this window. */}
      <div inert aria-hidden="true" style={{ transform: `scale(${width / size.widthPx})` }}>
        {isReady && width > 0 ? (
          <StageBox
            key={play.playId}
            stage={stage}
            theme={screen.theme}
            language={room.language}
            brand={screen.brand}
            fade={play.age?.fade}
          >
            <FontsAreHere value={true}>
              <SlideOf {...play} room={room} screen={screen} stage={stage} clock={SILENT} onUnfit={onUnfit} />
            </FontsAreHere>
          </StageBox>
        ) : null}
      </div>
    </div>
  )
}

/** Nothing is heard of a preview, and nothing moves in it. */
const SILENT: MediaClock = { now: () => 0, subscribe: () => () => undefined, audible: false }
const ignore = (): void => undefined

function useWidth(box: { readonly current: HTMLElement | null }, known: number | undefined): number {
  const [width, setWidth] = useState(0)
  const isKnown = known !== undefined
  useEffect(() => {
    const { current } = box
    if (!current || isKnown) return
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [box, isKnown])
  return known ?? width
}
