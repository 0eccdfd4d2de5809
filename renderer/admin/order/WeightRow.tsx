import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import type { FindRow } from '../../core/admin/find.ts'
import type { Shares } from '../../core/admin/order.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { NumberInput } from '../kit/NumberInput.tsx'
import { useSettled } from '../kit/use-settled.ts'
import { routeTo } from '../shell/route.ts'
import { useFormats, useWords } from '../words/use-words.ts'

interface Props {
  readonly row: FindRow
  /** What its weight would come to while it is being changed. */
  readonly due: Shares['byItem'][number] | undefined
  /** The weight that is shown and not yet read back from the folder. */
  readonly held: number | undefined
  readonly onHold: (id: string, weight: number | undefined) => void
}

/** A hand moves between these; any other weight up to 100 is typed. */
const SLIDER_MOST = 10
const STEP = 0.25
/** A bar is full at a fifth of the time: no item of a room comes near the whole. */
const FULL = 0.2
/** What is on disk is read within moments; then the folder has the last word again. */
const READ_BACK_MS = 3_000

export function WeightRow({ row, due, held, onHold }: Props) {
  const { order: words, kinds } = useWords()
  const weight = held ?? row.weight
  async function write(chosen: number | null): Promise<void> {
    if (chosen !== null) onHold(row.id, chosen)
    const isWritten = await change({ type: 'decide', items: [row.id], decision: { weight: chosen } })
    if (!isWritten) onHold(row.id, undefined)
    else setTimeout(() => onHold(row.id, undefined), READ_BACK_MS)
  }
  const settled = useSettled<number>((chosen) => void write(chosen))
  return (
    <div className="weigh" {...settled.box}>
      <p className="what">
        <a className="title" href={routeTo('library', row.id)} dir="auto">
          {row.title}
        </a>
        <span className="quiet">{kinds[row.kind] ?? row.kind}</span>
      </p>
      <Slider
        className="weight-slider"
        aria-label={words.weightOf(row.title)}
        minValue={0}
        maxValue={Math.max(SLIDER_MOST, weight)}
        step={STEP}
        value={weight}
        onChange={(value) => onHold(row.id, value)}
        onChangeEnd={settled.set}
      >
        <SliderTrack className="track">
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
      <NumberInput
        label={words.weightOf(row.title)}
        isLabelHidden
        value={weight}
        min={0}
        max={100}
        step={0.01}
        onChange={(value) => void write(value)}
      />
      <ShareText row={row} due={due} />
      <Button weight="plain" isDisabled={weight === 1} onPress={() => void write(null)}>
        {words.usualWeight}
        <span className="unseen"> {row.title}</span>
      </Button>
    </div>
  )
}

function ShareText({ row, due }: Pick<Props, 'row' | 'due'>) {
  const { order: words } = useWords()
  const formats = useFormats()
  const time = due?.time ?? row.share ?? 0
  const before = due?.before.time ?? time
  const isMoved = due !== undefined && Math.abs(time - before) > 0.000_05
  const hours = due && due.anHour > 0 ? words.anHour(formats.number(Math.round(due.anHour * 10) / 10)) : ''
  if (row.standing !== 'shown') return <p className="share quiet">{words.notShown}</p>
  return (
    <p className="share tabular" aria-live={isMoved ? 'polite' : 'off'}>
      <span className="share-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * time) / FULL)}%` }} />
        {isMoved ? <i style={{ left: `${Math.min(100, (100 * before) / FULL)}%` }} /> : null}
      </span>
      {isMoved ? words.moved(formats.percent(before), formats.percent(time)) : formats.percent(time)}
      <span className="quiet"> {hours}</span>
    </p>
  )
}
