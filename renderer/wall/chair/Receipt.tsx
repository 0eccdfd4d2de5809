import { direction, wordCount } from '../../core/text.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, Label, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { ChoiceList, type ListLayout, wholeLists } from './ChoiceList.tsx'
import { Gaps } from './Gaps.tsx'
import { MeetingSlide, meetingShape } from './MeetingSlide.tsx'
import { Promised } from './Promised.tsx'
import { Refusal } from './Refusal.tsx'
import { numbersSaid } from './Reveal.tsx'
import { withinWords } from './reveal-layouts.ts'
import type { SceneOf, SceneProps } from './scene-props.ts'
import { Write } from './Write.tsx'
import { chairWords } from './words.ts'

/** The meeting is over: what came of it, how far off the room was this time and before, and what can be kept of it. */
export function Receipt(props: SceneProps<'receipt'>) {
  const { scene } = props
  return scene.typing ? (
    <Write props={props} persona={scene.persona} typing={scene.typing} />
  ) : (
    <Page {...props} />
  )
}

interface ReceiptLayout extends ListLayout {
  readonly promiseC: number
  /** Height of the drawing of the gaps, u; 0 where it gives way. */
  readonly gapsU: number
  readonly words?: number
}

function Page(props: SceneProps<'receipt'>) {
  const { scene, room, chair } = props
  const { stage, grid } = useStage()
  const words = chairWords(room.language)
  const { commitment, gaps, refusal } = scene
  const isWide = stage.shape === 'landscape'
  const shape = meetingShape(grid, stage.shape, true)
  const told = [
    commitment?.promise,
    refusal?.message,
    scene.path,
    scene.kept,
    scene.isPrinted,
    scene.isSaving,
  ].join()
  const { ref, layout } = useFit(receiptLayouts(scene, isWide), {
    key: `${chair.sceneId} ${told} ${gaps.length} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(commitment?.promise ?? ''),
    onUnfit: () => undefined,
  })
  const heading = scene.isSaving ? words.isSaving : commitment && !refusal ? words.isKept : words.meetingKept
  const hasGaps = gaps.length > 0 && layout.gapsU > 0
  const gapsWidth = isWide ? shape.textU * 0.42 : shape.textU
  return (
    <MeetingSlide
      props={props}
      persona={scene.persona}
      dir={direction(heading)}
      slideRef={ref}
      foot={pathsOf(props)}
      style={{ justifyContent: 'space-between', gap: u(1) }}
    >
      <Head c={2} lang={room.language} rise={1}>
        {heading}
      </Head>
      <div
        style={{
          display: 'flex',
          flexDirection: isWide ? 'row' : 'column',
          justifyContent: 'space-between',
          gap: u(isWide ? 2.4 : 1.4),
        }}
      >
        <div style={{ flex: '1 1 0', minWidth: 0 }}>
          {commitment ? (
            <Promised
              {...commitment}
              promise={withinWords(commitment.promise, room.language, layout.words)}
              c={layout.promiseC}
              language={room.language}
            />
          ) : (
            <We c={layout.promiseC}>{scene.topic}</We>
          )}
          {hasGaps ? null : <Numbers {...props} />}
        </div>
        {hasGaps ? (
          <div>
            <Numbers {...props} />
            <Gaps
              gaps={gaps}
              widthU={gapsWidth}
              heightU={layout.gapsU}
              paper={scene.persona.paper}
              language={room.language}
              isMirrored={direction(heading) === 'rtl'}
            />
          </div>
        ) : null}
      </div>
      <div data-rise="4">
        {refusal ? <Refusal refusal={refusal} /> : null}
        {scene.isPrinted ? <Label lang={room.language}>{words.printed}</Label> : null}
        <ChoiceList {...props} choices={scene.choices} layout={layout} />
      </div>
    </MeetingSlide>
  )
}

function Numbers({ scene, room }: SceneProps<'receipt'>) {
  return (
    <We c={1} strong lang={room.language} style={{ marginBottom: u(0.4) }}>
      {numbersSaid(scene, room.language).join(' ')}
    </We>
  )
}

/** Where the promise and the page lie in the folder. */
function pathsOf({ scene, room }: SceneProps<'receipt'>) {
  const paths = [scene.path, scene.kept].filter((path) => path !== undefined)
  return paths.length > 0 ? { rest: chairWords(room.language).keptAs(paths.join(', ')) } : {}
}

/** The drawing shrinks, then the promise, then the drawing gives way. */
function receiptLayouts(scene: SceneOf<'receipt'>, isWide: boolean): ReceiptLayout[][] {
  const lists = wholeLists(scene.choices, isWide)
  const columns = isWide && scene.choices.length > 3 ? 2 : 1
  const list = lists.filter((each) => each.columns === columns)
  const [large, small] = [list[0], list.at(-1)]
  if (!large || !small) return [[{ c: 1, notes: false, columns: 1, most: 1, promiseC: 1, gapsU: 0 }]]
  const heights = [8, 6.5, 5, 4]
  return [
    heights.map((gapsU) => ({ ...large, promiseC: 1.8, gapsU })),
    heights.map((gapsU) => ({ ...small, c: 1, promiseC: 1.41, gapsU })),
    [1.2, 1].map((promiseC) => ({ ...small, c: 1, promiseC, gapsU: 3.6 })),
    [1.41, 1.2, 1].map((promiseC) => ({ ...small, c: 1, promiseC, gapsU: 0 })),
    [40, 24, 12, 6].map((words) => ({ ...small, c: 1, promiseC: 1, gapsU: 0, words })),
  ]
}
