import { useEffect, useState } from 'react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack, Switch } from 'react-aria-components'
import type { ScreenView } from '../../core/contract.ts'
import { change } from '../kit/change.ts'
import { useSettled } from '../kit/use-settled.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** Whether this screen is heard, and how loudly. What is written is the setting; hours of silence come on top of it. */
export function SoundControl({ screen }: { readonly screen: ScreenView }) {
  const { now: words } = useWords()
  const formats = useFormats()
  const [volume, setVolume] = useState(screen.volume)
  // What is on disk by now, from here or from elsewhere, is what holds.
  useEffect(() => setVolume(screen.volume), [screen.volume])
  const settled = useSettled<number>((chosen) => {
    void change({ type: 'volume', screen: screen.name, volume: chosen }).then(
      (isMade) => isMade || setVolume(screen.volume),
    )
  })
  return (
    <div className="sound" {...settled.box}>
      <Switch
        className="switch"
        isSelected={screen.sound}
        onChange={(on) => void change({ type: 'volume', screen: screen.name, on })}
      >
        <span className="knob" aria-hidden="true" />
        {words.sound}
      </Switch>
      <Slider
        className="slider"
        minValue={0}
        maxValue={1}
        step={0.05}
        value={volume}
        formatOptions={{ style: 'percent' }}
        onChange={setVolume}
        onChangeEnd={settled.set}
      >
        <Label>{words.volume}</Label>
        <SliderOutput>{screen.sound ? formats.percent(volume) : words.soundOff}</SliderOutput>
        <SliderTrack className="track">
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
    </div>
  )
}
