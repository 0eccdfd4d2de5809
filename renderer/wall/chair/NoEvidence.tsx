import { direction, wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { GuessLine } from './GuessLine.tsx'
import { MeetingSlide, meetingShape } from './MeetingSlide.tsx'
import type { SceneProps } from './scene-props.ts'
import { chairWords } from './words.ts'

/** Nobody has said anything on it, and nobody has measured: the guesses are all that there is. */
export function NoEvidence(props: SceneProps<'reveal'>) {
  const { scene, room, chair, screen } = props
  const { stage, grid } = useStage()
  const words = chairWords(room.language)
  const sentence = words.nobodyToldUs(scene.topic)
  const { ref, layout: c } = useFit([sizesDown(3.4, 2.2), sizesDown(2.83, 1.92)], {
    key: `${chair.sceneId} none ${scene.topic} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(sentence),
    onUnfit: () => undefined,
  })
  const shape = meetingShape(grid, stage.shape, true)
  const dir = direction(sentence)
  return (
    <MeetingSlide
      props={props}
      persona={scene.persona}
      dir={dir}
      slideRef={ref}
      style={{ justifyContent: 'space-between' }}
    >
      <Head c={c} lang={room.language} rise={1}>
        {sentence}
      </Head>
      {scene.guesses.length === 0 ? null : (
        <div data-rise="2">
          <GuessLine
            guesses={scene.guesses}
            widthU={shape.textU}
            heightU={4.6}
            paper={scene.persona.paper}
            ends={scene.ends}
            language={room.language}
            isMirrored={dir === 'rtl'}
            isStill={screen.reducedMotion}
          />
        </div>
      )}
      <We c={1.41} lang={room.language} rise={3} style={{ maxWidth: u(34) }}>
        {words.askFirst}
      </We>
    </MeetingSlide>
  )
}
