import { type CSSProperties, createContext, type ReactNode, useContext } from 'react'
import { type BrandPaper, PAPER_INK } from '../core/brand.ts'
import { SlideLanguage } from './language.ts'
import type { Stage } from './slide-props.ts'
import { type Grid, gridOf, u } from './stage.ts'

export interface StageSetting {
  readonly stage: Stage
  readonly grid: Grid
}

const StageContext = createContext<StageSetting | undefined>(undefined)

interface StageBoxProps {
  readonly stage: Stage
  readonly theme: 'day' | 'evening'
  readonly language: string
  readonly brand?: BrandPaper | undefined
  /** Patina of what is shown, 0..1. */
  readonly fade?: number | undefined
  readonly children: ReactNode
}

/** The surface of a slide. It has a size of its own, in px, so that a preview is the same thing scaled. */
export function StageBox({ stage, theme, language, brand, fade = 0, children }: StageBoxProps) {
  const grid = gridOf(stage)
  const style = {
    '--u': `${stage.u}px`,
    '--stage-w': `${stage.widthPx}px`,
    '--stage-h': `${stage.heightPx}px`,
    '--ms': u(grid.startU),
    '--me': u(grid.endU),
    '--fade': fade,
    ...(brand && { [`--brand-${brand.paper}`]: brand.colour, [`--brand-${brand.paper}-ink2`]: PAPER_INK }),
  } as CSSProperties
  return (
    <StageContext value={{ stage, grid }}>
      <div className="stage" data-theme={theme} data-shape={stage.shape} lang={language} style={style}>
        <SlideLanguage value={language}>{children}</SlideLanguage>
      </div>
    </StageContext>
  )
}

/** The stage that a part is drawn on, and its grid. Throws outside a StageBox: there would be no unit to draw in. */
export function useStage(): StageSetting {
  const setting = useContext(StageContext)
  if (!setting) throw new Error('This part of a slide was drawn outside a StageBox, so it has no unit.')
  return setting
}
