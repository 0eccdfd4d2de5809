import type { Paper } from '../../core/brand.ts'
import { formatNumber } from '../../ui/dates.ts'
import { pencilPath } from '../../ui/pencil.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Label, We } from '../../ui/Text.tsx'
import { isInTheWay, type Stack, type StackShape, squarePlace, stackShape, stacksOf } from './stacks.ts'

const FLAG = { widthU: 2.6, heightU: 2.8, pointU: 0.8 }
const FLAG_U = FLAG.heightU + FLAG.pointU
/** Room for half a flag at either end of the line. */
const END_U = 1.4

interface GuessLineProps {
  readonly guesses: readonly number[]
  readonly widthU: number
  /** Above the line. */
  readonly heightU: number
  /** What was measured, 0..10; no flag where absent. */
  readonly figure?: number | undefined
  readonly paper: Paper
  readonly ends: { readonly low: string; readonly high: string }
  readonly language: string
  readonly isMirrored: boolean
  readonly isStill: boolean
}

/** A line from 0 to 10, the room's guesses as pencil squares, and a flag of her paper where the answer is. */
export function GuessLine(props: GuessLineProps) {
  const { guesses, widthU, figure, language } = props
  const stepU = (widthU - 2 * END_U) / 10
  const stacks = stacksOf(guesses)
  const most = Math.max(1, ...stacks.map(({ count }) => count))
  const low = stackShape(most, stepU, props.heightU - 0.4)
  const isBelow = figure !== undefined && isInTheWay(figure, FLAG.widthU, stepU, stacks, low)
  const isAbove = figure !== undefined && !isBelow
  const heightU = isAbove ? Math.max(props.heightU, FLAG_U + 0.2) : props.heightU
  const at = (value: number): string => u(END_U + value * stepU)
  const endsU = isBelow ? FLAG_U + 0.4 : 0.7
  return (
    <div className="guess-line" style={{ width: u(widthU), minHeight: u(heightU) }} aria-hidden="true">
      <div className="axis" style={{ top: u(heightU), insetInline: u(END_U) }} />
      {Array.from({ length: 11 }, (_, value) => (
        <i key={value} className="tick" style={{ top: u(heightU), insetInlineStart: at(value) }} />
      ))}
      {stacks.map((stack) => (
        <Squares
          key={stack.value}
          stack={stack}
          shape={stackShape(most, stepU, heightU - 0.4)}
          {...{ stepU, heightU, widthU }}
          isMirrored={props.isMirrored}
        />
      ))}
      {isAbove || isBelow ? (
        <Flag {...props} heightU={heightU} figure={figure} left={at(figure)} isBelow={isBelow} />
      ) : null}
      <Ends {...props.ends} language={language} topU={heightU + endsU} />
    </div>
  )
}

interface EndsProps {
  readonly low: string
  readonly high: string
  readonly language: string
  readonly topU: number
}

/** What nought, five and ten are. */
function Ends({ low, high, language, topU }: EndsProps) {
  const number = (value: number): string => formatNumber(value, language)
  return (
    <div className="ends" style={{ paddingTop: u(topU) }}>
      <Label>
        <b>{number(0)}</b> {low}
      </Label>
      <Label>{number(5)}</Label>
      <Label style={{ textAlign: 'end' }}>
        <b>{number(10)}</b> {high}
      </Label>
    </div>
  )
}

interface SquaresProps {
  readonly stack: Stack
  readonly shape: StackShape
  readonly stepU: number
  readonly heightU: number
  readonly widthU: number
  readonly isMirrored: boolean
}

function Squares({ stack, shape, stepU, heightU, widthU, isMirrored }: SquaresProps) {
  const { u: unit } = useStage().stage
  const along = END_U + stack.value * stepU
  const x = isMirrored ? widthU - along : along
  const side = shape.pitchU * 0.74
  return (
    <svg className="pencil" style={{ left: 0, top: 0 }} width="1" height="1" aria-hidden="true">
      {Array.from({ length: stack.count }, (_, index) => {
        const { column, row } = squarePlace(index, stack.count, shape)
        const left = x + column * shape.pitchU - side / 2
        const top = heightU - 0.2 - row * shape.pitchU - side
        return (
          <path
            key={index}
            d={square(left * unit, top * unit, side * unit, stack.value * 31 + index)}
            strokeWidth={Math.min(0.115, shape.pitchU * 0.12) * unit}
          />
        )
      })}
    </svg>
  )
}

/** Drawn by hand: four strokes, each a little off. */
function square(left: number, top: number, side: number, seed: number): string {
  const corners = [
    { x: left, y: top },
    { x: left + side, y: top },
    { x: left + side, y: top + side },
    { x: left, y: top + side },
    { x: left, y: top },
  ]
  return pencilPath(corners, seed, side * 0.07, side * 1.4)
}

interface FlagProps extends GuessLineProps {
  readonly figure: number
  readonly left: string
  readonly isBelow: boolean
}

function Flag({ figure, left, isBelow, heightU, paper, language, isStill }: FlagProps) {
  const { widthU, pointU } = FLAG
  const wholeU = FLAG_U
  const top = isBelow ? heightU + 0.15 : heightU - wholeU - 0.1
  const point = (pointU / wholeU) * 100
  const shape = isBelow
    ? `polygon(0 ${point + 2}%, 40% ${point}%, 50% 0, 60% ${point}%, 100% ${point - 1}%, 98% 100%, 1% 97%)`
    : `polygon(0 4%, 98% 0, 100% ${100 - point}%, 60% ${99 - point}%, 50% 100%, 40% ${99 - point}%, 2% ${101 - point}%)`
  return (
    <div
      className={isStill ? 'flag' : 'flag drops'}
      data-paper={paper}
      style={{
        top: u(top),
        height: u(wholeU),
        width: u(widthU),
        insetInlineStart: `calc(${left} - ${u(widthU / 2)})`,
        alignItems: 'center',
        [isBelow ? 'paddingTop' : 'paddingBottom']: u(pointU),
      }}
    >
      <i style={{ clipPath: shape }} />
      <We c={figure % 1 === 0 ? 1.8 : 1.2} style={{ lineHeight: 1 }}>
        {formatNumber(figure, language)}
      </We>
    </div>
  )
}
