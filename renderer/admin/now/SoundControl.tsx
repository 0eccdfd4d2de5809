import { useEffect, useState } from 'react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack, Switch } from 'react-aria-components'
import type { ScreenNow } from '../../core/contract.ts'
import { change } from '../kit/change.ts'
import { useSettled } from '../kit/use-settled.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** Whether this screen is heard, and how loudly. What is written is the setting; hours of silence come on top of it. */
export function SoundControl({ screen: { name, sound } }: { readonly screen: ScreenNow }) {
  const { now: words } = useWords()
  const formats = useFormats()
  const [volume, setVolume] = useState(sound.volume)
  // What is on disk by now, from here or from elsewhere, is what holds.
  useEffect(() => setVolume(sound.volume), [sound.volume])
  const settled = useSettled<number>((chosen) => {
    void change({ type: 'volume', screen: name, volume: chosen }).then(
      (isMade) => isMade || setVolume(sound.volume),
    )
  })
  return (
    <div className="sound" {...settled.box}>
      <Switch
        className="switch"
        isSelected={sound.on}
        onChange={(on) => void change({ type: 'volume', screen: name, on })}
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
        <SliderOutput>{sound.on ? formats.percent(volume) : words.soundOff}</SliderOutput>
        <SliderTrack className="track">
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
    </div>
  )
}
