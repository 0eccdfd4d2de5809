import type { CSSProperties } from 'react'
import { direction } from '../../core/text.ts'
import { BustHole, bleeds, Figure, figureWidth } from '../../ui/Figure.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, Label, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { visibleChoices } from './choice-window.ts'
import { footU } from './Foot.tsx'
import { MeetingSlide, meetingShape } from './MeetingSlide.tsx'
import { type SceneOf, type SceneProps, targetU } from './scene-props.ts'
import { Touch } from './Touch.tsx'
import { chairWords } from './words.ts'

type PersonaChoice = SceneOf<'persona'>['choices'][number]

/** Each on her paper: who sits in the chair today. */
export function PersonaPick(props: SceneProps<'persona'>) {
  const { scene, room, chair } = props
  const { stage, grid } = useStage()
  const words = chairWords(room.language)
  const isWide = stage.shape === 'landscape'
  const shape = meetingShape(grid, stage.shape, false)
  const names = scene.choices.map(({ label }) => label).join()
  const { ref, layout } = useFit(cardLayouts(scene.choices.length, isWide, shape.textU), {
    key: `${chair.sceneId} ${names} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: 0,
    onUnfit: () => undefined,
  })
  const { shown, before, after } = visibleChoices(scene.choices, layout.most)
  const hidden = before + after
  const roomU = grid.heightU - shape.topU - footU(props, stage, false) - 6.2 - (hidden > 0 ? 1.6 : 0)
  const rows = Math.ceil(shown.length / layout.columns)
  const heightU = roomU / rows - 0.8
  const cardU = (shape.textU - (layout.columns - 1) * 0.8) / layout.columns
  return (
    <MeetingSlide props={props} dir={direction(words.whoSits)} slideRef={ref}>
      <Head c={isWide ? 2.83 : 2} lang={room.language} rise={1}>
        {words.whoSits}
      </Head>
      <div
        data-rise="2"
        style={{
          display: 'grid',
          gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))`,
          gap: u(0.8),
        }}
      >
        {shown.map((choice) => (
          <PersonaCard
            key={choice.id}
            {...props}
            choice={choice}
            heightU={heightU}
            cardU={cardU}
            layout={layout}
          />
        ))}
      </div>
      {hidden > 0 ? <Label>{`+ ${hidden}`}</Label> : null}
    </MeetingSlide>
  )
}

interface CardLayout {
  readonly columns: number
  readonly c: number
  readonly most: number
}

/** As many beside each other as the wall has room for, at least 8 u each; in portrait in up to three rows of two. */
function cardLayouts(count: number, isWide: boolean, widthU: number): CardLayout[][] {
  const fit = Math.max(1, Math.floor(widthU / 8.2))
  const columns = Math.min(count, isWide ? fit : 2)
  const most = isWide ? columns : 6
  const all = [1.41, 1.2, 1].map((c) => ({ columns, c, most }))
  const fewer = [4, 3, 2].map((each) => ({ columns: Math.min(count, isWide ? each : 2), c: 1, most: each }))
  return [all, fewer]
}

interface CardProps extends SceneProps<'persona'> {
  readonly choice: PersonaChoice
  readonly heightU: number
  /** Width. */
  readonly cardU: number
  readonly layout: CardLayout
}

function PersonaCard({ choice, heightU, cardU, layout, chair, screen, bridge }: CardProps) {
  const { stage } = useStage()
  const { persona } = choice
  const media = persona.portrait?.cutout === false ? undefined : persona.portrait
  const isBust = media !== undefined && bleeds(media)
  const bustU = Math.max(3, Math.min(heightU - layout.c * 2.2 - 1.2, cardU * 1.2))
  const widthU = isBust ? figureWidth(media, bustU) : (bustU * 860) / 1080
  const place: CSSProperties = { left: `calc(50% - ${u(widthU / 2)})`, bottom: 0 }
  const isPencil = persona.evidence === 'assumption'
  return (
    <Touch
      className="person"
      isHighlighted={choice.isHighlighted}
      style={{ height: u(heightU), minHeight: u(targetU(screen, stage)) }}
      onTouch={() => void bridge.call('chairChoose', { sceneId: chair.sceneId, choice: choice.id })}
    >
      <span className="paper" data-paper={persona.paper} data-solid="">
        <i className={`sheet ${persona.evidence}`} style={{ inset: 0 }} />
        {isBust ? (
          <Figure media={media} evidence={persona.evidence} alt="" heightU={bustU} style={place} />
        ) : isPencil ? null : (
          <BustHole heightU={bustU} style={place} />
        )}
      </span>
      <We
        c={layout.c}
        strong
        tight={layout.c <= 1}
        lang={choice.lang}
        style={layout.c > 1 ? { whiteSpace: 'nowrap' } : {}}
      >
        {choice.digit === undefined ? choice.label : `${choice.digit}\u2002${choice.label}`}
      </We>
    </Touch>
  )
}
