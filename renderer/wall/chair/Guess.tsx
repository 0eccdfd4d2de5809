import { direction, wordCount } from '../../core/text.ts'
import { formatNumber } from '../../ui/dates.ts'
import { sizesDown } from '../../ui/fit.ts'
import { pencilPath } from '../../ui/pencil.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { shortened } from '../../ui/shorten.ts'
import { u } from '../../ui/stage.ts'
import { Head, Label, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { MeetingSlide, meetingShape } from './MeetingSlide.tsx'
import { type SceneProps, targetU } from './scene-props.ts'
import { Touch } from './Touch.tsx'
import { chairWords } from './words.ts'

interface QuestionLayout {
  readonly text: string
  readonly c: number
}

/** The question, and a line of eleven numbers to touch: what somebody has said is counted, not shown. */
export function Guess(props: SceneProps<'guess'>) {
  const { scene, room, chair } = props
  const { stage, grid } = useStage()
  const words = chairWords(room.language)
  const { ref, layout } = useFit(questionLayouts(scene.question, room.language), {
    key: `${chair.sceneId} ${scene.question} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(scene.question),
    onUnfit: () => undefined,
  })
  const shape = meetingShape(grid, stage.shape, true)
  return (
    <MeetingSlide
      props={props}
      persona={scene.persona}
      dir={direction(scene.question)}
      slideRef={ref}
      style={{ justifyContent: 'space-between' }}
    >
      {layout.c >= 1.92 ? (
        <Head c={layout.c} rise={1}>
          {layout.text}
        </Head>
      ) : (
        <We c={layout.c} strong rise={1}>
          {layout.text}
        </We>
      )}
      <div data-rise="2">
        <Numbers {...props} widthU={shape.textU} />
        <div style={{ display: 'flex', justifyContent: 'space-between', gap: u(2), marginTop: u(0.5) }}>
          <Label style={{ maxWidth: '48%' }}>{scene.ends.low}</Label>
          <Label style={{ maxWidth: '48%', textAlign: 'end' }}>{scene.ends.high}</Label>
        </div>
      </div>
      <div data-rise="3">
        <We c={1} lang={room.language}>
          {words.eachGuesses}
        </We>
        <Count
          count={scene.count}
          text={words.guessed(scene.count)}
          widthU={shape.textU}
          lang={room.language}
        />
      </div>
    </MeetingSlide>
  )
}

function questionLayouts(text: string, lang: string): QuestionLayout[][] {
  const whole = sizesDown(2.83, 1.92).map((c) => ({ text, c }))
  const small = sizesDown(1.41, 1).map((c) => ({ text, c }))
  const short = shortened(text, lang).map((each) => ({ ...each, c: 1 }))
  return short.length > 0 ? [whole, small, short] : [whole, small]
}

/** Eleven numbers on a line, or on two where a finger would not find them on one. */
function Numbers(props: SceneProps<'guess'> & { readonly widthU: number }) {
  const { scene, room, screen, chair, bridge, widthU } = props
  const { stage } = useStage()
  const leastU = targetU(screen, stage)
  const perRow = widthU / 11 >= leastU ? 11 : 6
  const stepU = widthU / perRow
  const rowU = Math.max(leastU, 3.6) + 0.7
  const guess = (value: number) => () =>
    void bridge.call('chairGuess', { sceneId: chair.sceneId, guess: value })
  return (
    <div className="guess-line" style={{ height: u(rowU * Math.ceil(11 / perRow)) }}>
      {Array.from({ length: 11 }, (_, value) => {
        const row = Math.floor(value / perRow)
        const isHere = scene.highlighted === value
        const start = u((value % perRow) * stepU)
        return (
          <Touch
            key={value}
            className="number"
            isHighlighted={isHere}
            onTouch={guess(value)}
            style={{ insetInlineStart: start, top: u(row * rowU), width: u(stepU), height: u(rowU - 0.7) }}
          >
            {isHere ? <HereFlag /> : null}
            <We
              c={stepU < 3.4 ? 1.41 : 2}
              strong
              lang={room.language}
              style={{ position: 'relative', paddingBottom: u(0.75) }}
            >
              {formatNumber(value, room.language)}
            </We>
          </Touch>
        )
      })}
      {Array.from({ length: Math.ceil(11 / perRow) }, (_, row) => (
        <Axis
          key={row}
          topU={row * rowU + rowU - 0.7}
          stepU={stepU}
          count={row === 0 ? perRow : 11 - perRow}
        />
      ))}
    </div>
  )
}

/** The number that Enter would add lies on a flag of her paper. */
function HereFlag() {
  const shape = 'polygon(4% 3%, 97% 0, 100% 80%, 60% 79%, 50% 100%, 40% 79%, 2% 81%)'
  const box = {
    insetInline: `calc(50% - ${u(1.45)})`,
    bottom: 0,
    top: u(0),
    background: 'var(--their)',
    clipPath: shape,
  }
  return <i className="at" style={box} />
}

interface AxisProps {
  readonly topU: number
  readonly stepU: number
  readonly count: number
}

function Axis({ topU, stepU, count }: AxisProps) {
  return (
    <>
      <div
        className="axis"
        style={{
          top: u(topU),
          insetInlineStart: u(stepU / 2),
          insetInlineEnd: 'auto',
          width: u(stepU * (count - 1)),
        }}
      />
      {Array.from({ length: count }, (_, value) => (
        <i
          key={value}
          className="tick"
          style={{ top: u(topU), insetInlineStart: u((value + 0.5) * stepU) }}
        />
      ))}
    </>
  )
}

interface CountProps {
  readonly count: number
  readonly text: string
  readonly widthU: number
  readonly lang: string
}

/** A pencil square for each guess, without its number; more than a line holds are told in words. */
function Count({ count, text, widthU, lang }: CountProps) {
  const { u: unit } = useStage().stage
  const pitchU = 1.12
  const drawn = Math.min(count, Math.floor((widthU - 10) / pitchU))
  const side = pitchU * 0.74
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: u(0.8), marginTop: u(0.5), minHeight: u(1.6) }}>
      {drawn === 0 ? null : (
        <svg className="count" width={drawn * pitchU * unit} height={pitchU * unit} aria-hidden="true">
          {Array.from({ length: drawn }, (_, index) => (
            <path
              key={index}
              d={pencilPath(
                corners(index * pitchU + 0.14, 0.14, side, unit),
                index + 3,
                side * unit * 0.07,
                side * unit * 1.4,
              )}
              strokeWidth={0.115 * unit}
            />
          ))}
        </svg>
      )}
      <We c={1} strong lang={lang}>
        {text}
      </We>
    </div>
  )
}

function corners(x: number, y: number, side: number, unit: number) {
  const at = (dx: number, dy: number) => ({ x: (x + dx) * unit, y: (y + dy) * unit })
  return [at(0, 0), at(side, 0), at(side, side), at(0, side), at(0, 0)]
}
