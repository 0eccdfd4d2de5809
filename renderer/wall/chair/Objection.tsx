import type { CSSProperties } from 'react'
import { direction, wordCount } from '../../core/text.ts'
import { BustHole, bleeds, Figure, figureWidth } from '../../ui/Figure.tsx'
import { sizesDown } from '../../ui/fit.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { Foot, footU } from './Foot.tsx'
import type { SceneProps } from './scene-props.ts'
import { chairWords } from './words.ts'

/** One question on the whole of her paper, and she beside it. */
export function Objection(props: SceneProps<'objection'>) {
  const { scene, room, chair } = props
  const { stage, grid } = useStage()
  const { persona } = scene
  const words = chairWords(room.language)
  const question = words.whyNo(persona.name)
  const { ref, layout: c } = useFit([sizesDown(4, 2.83), sizesDown(3.4, 1.92)], {
    key: `${chair.sceneId} ${question} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(question),
    onUnfit: () => undefined,
  })
  const isPortrait = stage.shape === 'portrait'
  const media = persona.portrait?.cutout === false ? undefined : persona.portrait
  const isBust = media !== undefined && bleeds(media)
  const figureU = isPortrait ? Math.min(34, grid.heightU * 0.5) : Math.min(30, grid.heightU * 0.86)
  const widthU = isBust ? figureWidth(media, figureU) : (figureU * 860) / 1080
  const figure: CSSProperties = {
    insetInlineEnd: u(isPortrait ? (grid.widthU - widthU) / 2 : 1),
    bottom: isPortrait ? 0 : 0,
  }
  const isAssumed = persona.evidence === 'assumption'
  const textU = isPortrait ? grid.liveU : Math.min(36, grid.widthU - grid.startU - widthU - 1.6)
  const below = footU(props, stage, false)
  return (
    <Slide
      ref={ref}
      lang={room.language}
      dir={direction(question)}
      paper={isAssumed ? undefined : persona.paper}
    >
      <div className="at" style={{ inset: 0 }} data-paper={persona.paper} aria-hidden="true">
        {isBust ? (
          <Figure media={media} evidence={persona.evidence} alt="" heightU={figureU} style={figure} />
        ) : isAssumed ? null : (
          <BustHole heightU={figureU} style={figure} />
        )}
      </div>
      <div
        className="at"
        data-fit=""
        data-scene="objection"
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(textU),
          top: u(grid.topU),
          bottom: u(isPortrait ? figureU - 1 : below),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(1.6),
        }}
      >
        <Head c={c} lang={room.language} rise={1} style={{ lineHeight: 1.06 }}>
          {question}
        </Head>
        <div data-rise="2">
          <We c={1.41} strong>
            {scene.topic}
          </We>
          <We c={1} lang={room.language}>
            {words.sayItAloud}
          </We>
        </div>
      </div>
      <Foot {...props} widthU={isPortrait ? undefined : textU} />
    </Slide>
  )
}
