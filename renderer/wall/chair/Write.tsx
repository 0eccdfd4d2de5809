import { useEffect, useRef, useState } from 'react'
import type { ChairPersona, Typing } from '../../core/chair/view.ts'
import { direction } from '../../core/text.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { opticalSize, u } from '../../ui/stage.ts'
import { Head, Label } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { MeetingSlide } from './MeetingSlide.tsx'
import { ScreenKeys } from './ScreenKeys.tsx'
import { type ChairProps, targetU } from './scene-props.ts'
import { chairWords } from './words.ts'

interface WriteProps {
  readonly props: ChairProps
  readonly persona: ChairPersona
  readonly typing: Typing
}

/** A field, by any keyboard that there is, one on the screen among them. */
export function Write({ props, persona, typing }: WriteProps) {
  const { room, chair, bridge, screen } = props
  const { stage } = useStage()
  const [text, setText] = useState(typing.text)
  const field = useRef<HTMLTextAreaElement>(null)
  const words = chairWords(room.language)
  const heading = words.typing[typing.what]
  const { ref, layout } = useFit(
    [
      [2, 1.92],
      [1.41, 1],
    ],
    {
      key: `${chair.sceneId} ${typing.what} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
      words: 0,
      onUnfit: () => undefined,
    },
  )
  useEffect(() => field.current?.focus(), [])
  const change = (next: string): void => {
    const kept = next.replace(/\s*[\r\n]+\s*/g, ' ').slice(0, typing.most)
    setText(kept)
    void bridge.call('chairType', { sceneId: chair.sceneId, text: kept })
  }
  const c = text.length > 90 ? 1 : 1.41
  const keyU = Math.max(targetU(screen, stage), 2.1)
  return (
    <MeetingSlide
      props={props}
      persona={stage.shape === 'portrait' ? persona : undefined}
      dir={direction(heading)}
      slideRef={ref}
      style={{ gap: u(0.9) }}
    >
      <Head c={layout} lang={room.language} rise={1}>
        {heading}
      </Head>
      <textarea
        ref={field}
        className="field"
        aria-label={heading}
        placeholder={words.writeHere}
        rows={c === 1 ? 3 : 2}
        maxLength={typing.most}
        spellCheck={false}
        dir={text === '' ? undefined : direction(text)}
        style={{
          fontSize: `calc(${c} * var(--u) / 0.7)`,
          lineHeight: 1.3,
          fontVariationSettings: `'opsz' ${opticalSize(c)}`,
          flex: '1 1 auto',
          minHeight: u(c * 4),
        }}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <Label lang={room.language}>{words.characters(typing.most - text.length)}</Label>
      <div data-paper={persona.paper}>
        <ScreenKeys text={text} language={room.language} keyU={keyU} onText={change} />
      </div>
    </MeetingSlide>
  )
}
