import { useState } from 'react'
import type { RotationSettings } from '../../core/rotation-schema.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { NumberInput } from '../kit/NumberInput.tsx'
import { useWords } from '../words/use-words.ts'
import { setSetting, useSetting } from './use-setting.ts'

/** Bounds of single kinds, in place of those of all. */
export function KindPace({ rotation }: { readonly rotation: RotationSettings }) {
  const { order: words, kinds } = useWords()
  const others = Object.keys(kinds).filter((kind) => !Object.hasOwn(rotation.kinds, kind))
  const [chosen, setChosen] = useState('')
  const kind = others.includes(chosen) ? chosen : (others[0] ?? '')
  return (
    <>
      <ul className="rows">
        {Object.entries(rotation.kinds).map(([name, bounds]) => (
          <li key={name}>
            <KindBounds kind={name} bounds={bounds} rotation={rotation} />
          </li>
        ))}
      </ul>
      {kind === '' ? null : (
        <div className="tools">
          <Choice
            label={words.ownBounds}
            value={kind}
            options={others.map((value) => ({ value, label: kinds[value] ?? value }))}
            onChange={setChosen}
          />
          <Button
            onPress={() =>
              void setSetting(['rotation', 'kinds', kind], {
                seconds_min: rotation.seconds_min,
                seconds_max: rotation.seconds_max,
              })
            }
          >
            {words.add}
          </Button>
        </div>
      )}
    </>
  )
}

interface Props {
  readonly kind: string
  readonly bounds: RotationSettings['kinds'][string]
  readonly rotation: RotationSettings
}

function KindBounds({ kind, bounds, rotation }: Props) {
  const { order: words, kinds } = useWords()
  const path = ['rotation', 'kinds', kind]
  const min = useSetting([...path, 'seconds_min'], bounds.seconds_min ?? rotation.seconds_min)
  const max = useSetting([...path, 'seconds_max'], bounds.seconds_max ?? rotation.seconds_max)
  const name = kinds[kind] ?? kind
  return (
    <div className="tools">
      <span className="title">{name}</span>
      <NumberInput
        label={`${name}: ${words.shortest}`}
        unit={words.seconds}
        value={min.value}
        min={3}
        max={max.value}
        onChange={min.set}
      />
      <NumberInput
        label={`${name}: ${words.longest}`}
        unit={words.seconds}
        value={max.value}
        min={min.value}
        max={600}
        onChange={max.set}
      />
      <Button weight="plain" onPress={() => void setSetting(path, null)}>
        {words.remove}
        <span className="unseen"> {name}</span>
      </Button>
    </div>
  )
}
