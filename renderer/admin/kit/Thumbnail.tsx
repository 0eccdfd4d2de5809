import { Component, type ReactNode } from 'react'
import type { ScreenView, Snapshot } from '../../core/contract.ts'
import { useTurn } from './drawing.ts'
import { SlidePreview } from './SlidePreview.tsx'
import { useFonts } from './use-fonts.ts'
import { useSlide } from './use-slides.ts'

interface Props {
  readonly id: string
  /** What it is drawn from may be another when this is. */
  readonly version: string
  readonly room: Snapshot['room']
  readonly screen: ScreenView
  /** Of the box around it, where that is known. */
  readonly widthPx?: number | undefined
}

/** The first slide of an item among many others: bare paper until its turn to be drawn has come. */
export function Thumbnail({ id, version, room, screen, widthPx }: Props) {
  const play = useSlide(id, version.replaceAll(' ', '·'))
  const isOn = useTurn(useFonts(play, room.language))
  if (!play || !isOn) return null
  return (
    <SlideBoundary>
      <SlidePreview play={play} room={room} screen={screen} widthPx={widthPx} />
    </SlideBoundary>
  )
}

/** A slide that cannot be drawn leaves the others as they are. */
class SlideBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children
  }
}
