import type { ReactNode } from 'react'
import type { ChairPersona, Choice, Typing } from '../../core/chair/view.ts'
import { direction } from '../../core/text.ts'
import { formatDate } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { Head, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { ChoiceList, type ListLayout, listLayouts } from './ChoiceList.tsx'
import { MeetingSlide } from './MeetingSlide.tsx'
import type { ChairProps, SceneProps } from './scene-props.ts'
import { Write } from './Write.tsx'
import { chairWords } from './words.ts'

/** The questions of a meeting that are answered by choosing: on what, what, who, by when. */

export function TopicPick(props: SceneProps<'topic'>) {
  const { scene, room } = props
  const words = chairWords(room.language)
  const told = scene.isLooking ? words.isLooking : undefined
  return <Pick props={props} {...scene} heading={words.whatAbout} told={told} />
}

export function PromisePick(props: SceneProps<'promise'>) {
  const { scene, room } = props
  return (
    <Pick props={props} {...scene} heading={chairWords(room.language).whatWillYouDo} told={scene.topic} />
  )
}

export function OwnerPick(props: SceneProps<'owner'>) {
  const { scene, room } = props
  return (
    <Pick props={props} {...scene} heading={chairWords(room.language).whoWillDoIt} told={scene.promise} />
  )
}

export function DatePick(props: SceneProps<'date'>) {
  const { scene, room } = props
  const { promise, owner } = scene
  const written = wordsLanguage(room.language)
  const choices = scene.choices.map((choice) => ({
    ...choice,
    note: choice.note && formatDate(choice.note, written),
  }))
  const heading = chairWords(room.language).byWhen
  return <Pick {...scene} {...{ props, heading, owner, choices }} told={promise} />
}

interface PickProps {
  readonly props: ChairProps
  readonly persona: ChairPersona
  readonly heading: string
  /** What has been decided so far. */
  readonly told?: string | undefined
  readonly owner?: string | undefined
  readonly choices: readonly Choice[]
  readonly typing?: Typing | undefined
}

function Pick(pick: PickProps) {
  const { props, persona, typing } = pick
  return typing ? <Write props={props} persona={persona} typing={typing} /> : <Choosing {...pick} />
}

interface PickLayout extends ListLayout {
  readonly headC: number
  readonly toldC: number
}

function Choosing({ props, persona, heading, told, owner, choices }: PickProps) {
  const { stage } = useStage()
  const { room, chair } = props
  const texts = choices.map(({ label, note }) => `${label} ${note ?? ''}`).join()
  const { ref, layout } = useFit(pickLayouts(choices, stage.shape === 'landscape'), {
    key: `${chair.sceneId} ${told} ${texts} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: 0,
    onUnfit: () => undefined,
  })
  return (
    <MeetingSlide props={props} persona={persona} dir={direction(heading)} slideRef={ref}>
      <Told text={told} owner={owner} c={layout.toldC}>
        <Head c={layout.headC} lang={room.language} rise={1}>
          {heading}
        </Head>
      </Told>
      <div data-rise="2">
        <ChoiceList {...props} choices={choices} layout={layout} />
      </div>
    </MeetingSlide>
  )
}

interface ToldProps {
  readonly text: string | undefined
  readonly owner: string | undefined
  readonly c: number
  readonly children: ReactNode
}

function Told({ text, owner, c, children }: ToldProps) {
  return (
    <div>
      {children}
      {text === undefined ? null : (
        <We c={c} rise={1} style={{ marginTop: '0.4em' }}>
          {text}
        </We>
      )}
      {owner === undefined ? null : (
        <We c={c} strong rise={1} style={{ marginTop: '0.3em' }}>
          {owner}
        </We>
      )}
    </div>
  )
}

function pickLayouts(choices: readonly Choice[], isWide: boolean): PickLayout[][] {
  const lists = listLayouts(choices, isWide)
  const large = lists.map((group) =>
    group.map((list) => ({ ...list, headC: 2.83, toldC: Math.max(1, list.c) })),
  )
  const small = lists.map((group) => group.map((list) => ({ ...list, headC: 2, toldC: 1 })))
  return [...large.slice(0, 1), ...small]
}
