import { direction, wordCount } from '../../core/text.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { Head } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { ChoiceList, type ListLayout, wholeLists } from './ChoiceList.tsx'
import { MeetingSlide } from './MeetingSlide.tsx'
import { Promised, Said } from './Promised.tsx'
import { Refusal } from './Refusal.tsx'
import { withinWords } from './reveal-layouts.ts'
import type { SceneOf, SceneProps } from './scene-props.ts'
import { chairWords } from './words.ts'

interface HappenedLayout extends ListLayout {
  readonly promiseC: number
  readonly saidC: number
  readonly said: boolean
  readonly words?: number
}

/** A promise whose day has come, and what became of it. */
export function Happened(props: SceneProps<'happened'>) {
  const { scene, room, chair } = props
  const { stage } = useStage()
  const words = chairWords(room.language)
  const { said, promise, owner, due, lang } = scene.commitment
  const { ref, layout } = useFit(happenedLayouts(scene, stage.shape === 'landscape'), {
    key: `${chair.sceneId} ${promise} ${scene.refusal?.message} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(promise),
    onUnfit: () => undefined,
  })
  const { index, count } = scene.place
  return (
    <MeetingSlide
      props={props}
      persona={scene.persona}
      dir={direction(promise)}
      slideRef={ref}
      foot={count > 1 ? { rest: words.place(index + 1, count) } : {}}
      style={{ justifyContent: 'space-between' }}
    >
      {said !== undefined && layout.said ? (
        <Said text={withinWords(said, lang ?? room.language, layout.words)} c={layout.saidC} lang={lang} />
      ) : null}
      <Promised
        {...{ owner, due, lang }}
        promise={withinWords(promise, lang ?? room.language, layout.words)}
        c={layout.promiseC}
        language={room.language}
      />
      <div data-rise="4">
        <Head c={2} lang={room.language} style={{ marginBottom: '0.3em' }}>
          {words.whatHappened}
        </Head>
        <ChoiceList {...props} choices={scene.choices} layout={layout} />
        {scene.refusal ? <Refusal refusal={scene.refusal} /> : null}
      </div>
    </MeetingSlide>
  )
}

/** What they said gives way first, then the size of the promise. */
function happenedLayouts(scene: SceneOf<'happened'>, isWide: boolean): HappenedLayout[][] {
  const lists = wholeLists(scene.choices, isWide)
  const tight = lists.filter(({ columns }) => columns === (isWide ? 2 : 1)).slice(-1)
  const rows = [...lists.slice(0, 1), ...tight]
  const large = rows.flatMap((list) =>
    [2, 1.7, 1.41].map((promiseC) => ({ ...list, promiseC, saidC: 1.41, said: true })),
  )
  const small = tight.flatMap((list) =>
    [1.41, 1.2, 1].map((promiseC) => ({ ...list, promiseC, saidC: 1, said: true })),
  )
  const bare = tight.flatMap((list) =>
    [2, 1.41, 1].map((promiseC) => ({ ...list, promiseC, saidC: 1, said: false })),
  )
  const cut = tight.flatMap((list) =>
    [40, 24, 12].map((words) => ({ ...list, promiseC: 1, saidC: 1, said: false, words })),
  )
  return [large, small, bare, cut]
}
