import { direction, wordCount } from '../../core/text.ts'
import { cutEdge, Sheet } from '../../ui/Sheet.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { cutOffset, u } from '../../ui/stage.ts'
import { Head, Label, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { Foot, footU } from './Foot.tsx'
import { MeetingSlide } from './MeetingSlide.tsx'
import { Promised, Said } from './Promised.tsx'
import { withinWords } from './reveal-layouts.ts'
import type { SceneProps } from './scene-props.ts'
import { chairWords } from './words.ts'

/** Before anything is written: what they said, and what we promise. */
export function Confirm(props: SceneProps<'confirm'>) {
  return props.scene.commitment ? <Split {...props} /> : <Nothing {...props} />
}

interface ConfirmLayout {
  readonly c: number
  readonly words?: number
}

const LAYOUTS: readonly (readonly ConfirmLayout[])[] = [
  [2.4, 2.2, 2, 1.8, 1.6, 1.41].map((c) => ({ c })),
  [1.3, 1.2, 1.1, 1].map((c) => ({ c })),
  [60, 45, 32, 22, 14].map((words) => ({ c: 1, words })),
]

/** The wall in two: their words on its own paper, ours on sage. */
function Split(props: SceneProps<'confirm'>) {
  const { scene, room, chair } = props
  const { stage, grid } = useStage()
  const words = chairWords(room.language)
  const { said = '', promise = '', owner = '', due = '' } = scene.commitment ?? {}
  const { ref, layout } = useFit(LAYOUTS, {
    key: `${chair.sceneId} ${said} ${promise} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(said) + wordCount(promise),
    onUnfit: () => undefined,
  })
  const isPortrait = stage.shape === 'portrait'
  const footHeight = footU(props, stage, false)
  const halfU = isPortrait ? (grid.heightU - footHeight) * 0.5 : grid.widthU * 0.5
  const dir = direction(promise)
  const fromTop = isPortrait ? { top: u(halfU + 1.8) } : { top: u(grid.topU) }
  const column = isPortrait ? grid.liveU : grid.widthU - halfU - 2 - grid.endU
  const box = { display: 'flex', flexDirection: 'column', gap: u(0.8) } as const
  return (
    <Slide ref={ref} lang={room.language} dir={dir}>
      {isPortrait ? (
        <div
          className="at"
          data-paper="sage"
          data-sheet=""
          style={{ left: 0, right: 0, top: u(halfU), bottom: 0 }}
          aria-hidden="true"
        >
          <i className="sheet" style={cutEdge('Y', -1, '100% 0')} />
        </div>
      ) : (
        <Sheet side={dir === 'rtl' ? 'left' : 'right'} sizeU={halfU} paper="sage" />
      )}
      <div
        className="at"
        data-fit=""
        data-scene="confirm"
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(isPortrait ? grid.liveU : halfU - grid.startU - 1.6),
          top: u(grid.topU),
          bottom: u(isPortrait ? grid.heightU - halfU + cutOffset(grid.widthU) : footHeight),
          ...box,
        }}
      >
        <Label lang={room.language}>{words.theySaidThis}</Label>
        <Said text={withinWords(said, room.language, layout.words)} c={layout.c} />
      </div>
      <div
        className="at on"
        data-paper="sage"
        style={{ insetInlineEnd: 'var(--me)', width: u(column), bottom: u(footHeight), ...fromTop }}
        data-fit=""
      >
        <div style={box}>
          <Label lang={room.language}>{words.wePromise}</Label>
          <Promised {...{ promise, owner, due }} c={layout.c} language={room.language} />
          <We c={1} lang={room.language} rise={4} style={{ marginTop: u(1) }}>
            {words.willBeWritten}
          </We>
        </div>
      </div>
      {isPortrait ? (
        <div className="on" data-paper="sage" style={{ background: 'none' }}>
          <Foot {...props} />
        </div>
      ) : (
        <Foot {...props} />
      )}
    </Slide>
  )
}

function Nothing(props: SceneProps<'confirm'>) {
  const { scene, room, chair } = props
  const { stage } = useStage()
  const words = chairWords(room.language)
  const { ref, layout: c } = useFit([[3.4, 2.83, 2.4, 2]], {
    key: `${chair.sceneId} nothing ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: 0,
    onUnfit: () => undefined,
  })
  return (
    <MeetingSlide
      props={props}
      persona={scene.persona}
      dir={direction(words.nothingPromised)}
      slideRef={ref}
      style={{ justifyContent: 'space-between' }}
    >
      <Head c={c} lang={room.language} rise={1}>
        {words.nothingPromised}
      </Head>
      <We c={1.41} lang={room.language} rise={2}>
        {words.nothingWritten}
      </We>
    </MeetingSlide>
  )
}
