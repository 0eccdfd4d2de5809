import { Label, Slider, SliderOutput, SliderThumb, SliderTrack, Switch } from 'react-aria-components'
import type { Tones } from '../../core/admin/order.ts'
import { useSettled } from '../kit/use-settled.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { useSetting } from './use-setting.ts'

const TONES = ['negative', 'neutral', 'positive'] as const

interface Props {
  readonly sentiment: Tones | undefined
  /** Items that may play, by how they sound. */
  readonly tones: Tones
}

/** How much of what plays sounds bad, neither, or good: the room's own balance, or one that is asked for. */
export function Balance({ sentiment, tones }: Props) {
  const { order: words } = useWords()
  const formats = useFormats()
  const draft = useSetting<Record<(typeof TONES)[number], number> | undefined>(
    ['rotation', 'sentiment'],
    sentiment === undefined ? undefined : { ...sentiment },
  )
  const own = parts(tones)
  const asked = draft.value
  const settled = useSettled(draft.set)
  return (
    <section aria-labelledby="balance" className="balance" {...settled.box}>
      <h2 id="balance">{words.balance}</h2>
      <p className="quiet">
        {words.ownBalance(
          formats.percent(own.negative / 100),
          formats.percent(own.neutral / 100),
          formats.percent(own.positive / 100),
        )}
      </p>
      <Switch
        className="switch"
        isSelected={asked !== undefined}
        onChange={(isAsked) => draft.set(isAsked ? { ...own } : undefined)}
      >
        <span className="knob" aria-hidden="true" />
        {words.askBalance}
      </Switch>
      {asked === undefined
        ? null
        : TONES.map((tone) => (
            <Slider
              key={tone}
              className="slider"
              minValue={0}
              maxValue={100}
              step={5}
              value={asked[tone]}
              onChange={(value) => draft.show({ ...asked, [tone]: value })}
              onChangeEnd={(value) => {
                const next = { ...asked, [tone]: value }
                // A room in which nothing is to be shown is none: the last one is not let go to nothing.
                settled.set(sum(next) > 0 ? next : { ...next, [tone]: 5 })
              }}
            >
              <Label>{words.tones[tone]}</Label>
              <SliderOutput>{formats.percent(asked[tone] / Math.max(1, sum(asked)))}</SliderOutput>
              <SliderTrack className="track">
                <SliderThumb className="thumb" />
              </SliderTrack>
            </Slider>
          ))}
    </section>
  )
}

function sum({ negative, neutral, positive }: Tones): number {
  return negative + neutral + positive
}

/** In percent, by fives. */
function parts(tones: Tones): Record<(typeof TONES)[number], number> {
  const all = Math.max(1, sum(tones))
  const percent = (count: number): number => Math.round((100 * count) / all / 5) * 5
  return {
    negative: percent(tones.negative),
    neutral: percent(tones.neutral),
    positive: percent(tones.positive),
  }
}
