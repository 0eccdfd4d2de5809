import type { CSSProperties, ReactNode, Ref } from 'react'
import type { ChairPersona } from '../../core/chair/view.ts'
import { BustHole, bleeds, Figure, figureWidth } from '../../ui/Figure.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import type { Shape } from '../../ui/slide-props.ts'
import { cutOffset, type Grid, u } from '../../ui/stage.ts'
import { Foot, footU } from './Foot.tsx'
import type { ChairProps } from './scene-props.ts'

interface MeetingSlideProps {
  readonly props: ChairProps
  /** Whose strip of paper stands beside the text; nobody's where absent. */
  readonly persona?: ChairPersona | undefined
  readonly dir: 'ltr' | 'rtl'
  readonly slideRef: Ref<HTMLDivElement>
  readonly foot?: Omit<Parameters<typeof Foot>[0], keyof ChairProps>
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A scene of a meeting: text at the left, a strip of her paper with her in it, buttons at the foot. */
export function MeetingSlide({ props, persona, dir, slideRef, foot, style, children }: MeetingSlideProps) {
  const { stage, grid } = useStage()
  const shape = meetingShape(grid, stage.shape, persona !== undefined)
  return (
    <Slide ref={slideRef} lang={props.room.language} dir={dir}>
      {persona ? <Strip persona={persona} stripU={shape.stripU} isLeft={dir === 'rtl'} /> : null}
      <div
        className="at"
        data-fit=""
        data-scene={props.chair.scene.type}
        data-paper={persona?.paper}
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(shape.textU),
          top: u(shape.topU),
          bottom: u(footU(props, stage, Boolean(foot?.lead ?? foot?.rest))),
          display: 'flex',
          flexDirection: 'column',
          gap: u(1.4),
          ...style,
        }}
      >
        {children}
      </div>
      <Foot
        {...props}
        {...foot}
        widthU={shape.stripU > 0 && stage.shape === 'landscape' ? shape.textU : undefined}
      />
    </Slide>
  )
}

export interface MeetingShape {
  /** Width of her strip, or its height in portrait; 0 where there is none. */
  readonly stripU: number
  readonly textU: number
  readonly topU: number
}

const STRIP_U: Readonly<Record<Shape, number>> = { landscape: 9.5, portrait: 8.4 }

/** A wall of few u has a narrower strip. */
export function meetingShape(grid: Grid, shape: Shape, hasStrip: boolean): MeetingShape {
  const usual = hasStrip ? STRIP_U[shape] : 0
  const stripU = Math.min(usual, shape === 'landscape' ? grid.widthU * 0.16 : grid.heightU * 0.14)
  if (shape === 'portrait') return { stripU, textU: grid.liveU, topU: Math.max(grid.topU, stripU + 1.6) }
  const free = grid.widthU - grid.startU - stripU - 1.9
  return { stripU, textU: stripU > 0 ? Math.min(free, 46) : grid.liveU, topU: grid.topU }
}

interface StripProps {
  readonly persona: ChairPersona
  readonly stripU: number
  readonly isLeft: boolean
}

/** She stays in the room: her paper, and she in it. */
function Strip({ persona, stripU, isLeft }: StripProps) {
  const { stage, grid } = useStage()
  const isTop = stage.shape === 'portrait'
  const side = isTop ? 'top' : isLeft ? 'left' : 'right'
  const media = persona.portrait?.cutout === false ? undefined : persona.portrait
  const lengthU = isTop ? grid.widthU : grid.heightU
  const cut = cutOffset(lengthU)
  const heightU = isTop ? stripU - 0.6 : (stripU * 0.98 * 1080) / 860
  const widthU = media ? figureWidth(media, heightU) : (heightU * 860) / 1080
  const clip: Readonly<Record<typeof side, CSSProperties>> = {
    right: {
      right: 0,
      top: 0,
      bottom: 0,
      width: u(stripU),
      clipPath: `polygon(0 0, 100% 0, 100% 100%, ${u(cut)} 100%)`,
    },
    left: {
      left: 0,
      top: 0,
      bottom: 0,
      width: u(stripU),
      clipPath: `polygon(0 0, 100% 0, calc(100% - ${u(cut)}) 100%, 0 100%)`,
    },
    top: {
      left: 0,
      right: 0,
      top: 0,
      height: u(stripU),
      clipPath: `polygon(0 0, 100% 0, 100% calc(100% - ${u(cut)}), 0 100%)`,
    },
  }
  const place: CSSProperties = isTop
    ? { insetInlineEnd: u(grid.endU), bottom: 0 }
    : { [side]: u((stripU - cut - widthU) / 2), bottom: 0 }
  const isBust = media !== undefined && bleeds(media)
  return (
    <div className="at" style={{ inset: 0 }} data-sheet="" aria-hidden="true">
      <Sheet side={side} sizeU={stripU} paper={persona.paper} evidence={persona.evidence} />
      <div className="at" style={clip[side]}>
        {isBust ? (
          <Figure media={media} evidence={persona.evidence} alt="" heightU={heightU} style={place} />
        ) : persona.evidence === 'assumption' ? null : (
          <BustHole heightU={heightU} style={place} />
        )}
      </div>
    </div>
  )
}
