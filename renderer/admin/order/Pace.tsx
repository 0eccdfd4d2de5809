import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { OrderView } from '../../core/admin/order.ts'
import { NumberInput } from '../kit/NumberInput.tsx'
import { useWords } from '../words/use-words.ts'
import { Balance } from './Balance.tsx'
import { KindPace } from './KindPace.tsx'
import { useSetting } from './use-setting.ts'

const [LEAST, MOST] = [3, 600]

/** How long slides stay, what a weight counts, and how much of it sounds good or bad. */
export function Pace({ view: { rotation, tones } }: { readonly view: OrderView }) {
  const { order: words } = useWords()
  const min = useSetting(['rotation', 'seconds_min'], rotation.seconds_min)
  const max = useSetting(['rotation', 'seconds_max'], rotation.seconds_max)
  const share = useSetting(['rotation', 'share'], rotation.share)
  return (
    <div className="pace">
      <section aria-labelledby="dwell">
        <h2 id="dwell">{words.dwell}</h2>
        <p className="quiet">{words.dwellIs}</p>
        <div className="tools">
          <NumberInput
            label={words.shortest}
            unit={words.seconds}
            value={min.value}
            min={LEAST}
            max={max.value}
            onChange={min.set}
          />
          <NumberInput
            label={words.longest}
            unit={words.seconds}
            value={max.value}
            min={min.value}
            max={MOST}
            onChange={max.set}
          />
        </div>
        <KindPace rotation={rotation} />
      </section>
      <section aria-labelledby="share">
        <h2 id="share">{words.share}</h2>
        <RadioGroup
          aria-labelledby="share"
          className="radios"
          value={share.value}
          onChange={(value) => share.set(value === 'turns' ? 'turns' : 'time')}
        >
          <Label className="unseen">{words.share}</Label>
          <Radio value="time">{words.ofTime}</Radio>
          <Radio value="turns">{words.ofTurns}</Radio>
        </RadioGroup>
        <p className="quiet">{words.weightIs[share.value]}</p>
      </section>
      <Balance sentiment={rotation.sentiment} tones={tones} />
    </div>
  )
}
