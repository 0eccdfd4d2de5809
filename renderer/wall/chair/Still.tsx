import { direction, wordCount } from '../../core/text.ts'
import { ChairHole } from '../../ui/Figure.tsx'
import { EvidenceMark } from '../../ui/Frame.tsx'
import { sizesDown } from '../../ui/fit.ts'
import { PencilLine } from '../../ui/PencilLine.tsx'
import { cutEdge, Sheet } from '../../ui/Sheet.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { strengthLine } from '../../ui/source-line.ts'
import { cutOffset, type Grid, u } from '../../ui/stage.ts'
import { Label, They, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { type Seat, SeatedFigure, seatOf } from './SeatedFigure.tsx'
import type { SceneOf, SceneProps } from './scene-props.ts'
import { Touch } from './Touch.tsx'
import { chairWords } from './words.ts'

/** The chair while people talk: the persona at life size, and that nobody in the room is her. Any key begins. */
export function Still(props: SceneProps<'still'>) {
  const { scene, room, screen, bridge } = props
  const { stage, grid } = useStage()
  const { persona } = scene
  const words = chairWords(room.language)
  const seatIn = (paperU: number): Seat | undefined => seatOf(persona, screen, stage, paperU * stage.u)
  const shape = stillShape(grid, stage.shape === 'portrait', seatIn, stage.u)
  const seat = seatIn(shape.paperHeightU)
  const dir = direction(words.notMe)
  const { ref, layout } = useFit(stillLayouts(scene), {
    key: `${persona.id} ${scene.fact?.text} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(scene.fact?.text ?? ''),
    onUnfit: () => undefined,
  })
  return (
    <Slide ref={ref} lang={room.language} dir={dir}>
      <Paper {...props} shape={shape} seat={seat} isLeft={dir === 'rtl'} />
      <div
        className="at"
        data-fit=""
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(shape.textU),
          top: u(grid.topU + (shape.portrait ? 0 : 0.2)),
          bottom: u(shape.bottomU),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(1.2),
        }}
      >
        <div>
          <They
            text={words.iAm(persona.name)}
            c={layout.nameC}
            lang={room.language}
            marks="none"
            rise={1}
            style={{ marginBottom: u(layout.nameC * 0.5) }}
          />
          <They
            text={words.notMe}
            c={layout.c}
            lang={room.language}
            marks="none"
            rise={1}
            style={{ lineHeight: 1.03 }}
          />
        </div>
        <About
          {...props}
          layout={layout}
          isWhole={(seat?.size.scale ?? 0) >= 1}
          isDrawn={seat !== undefined}
        />
      </div>
      <Touch
        className="at"
        style={{ inset: 0 }}
        label={words.goOn}
        onTouch={() => void bridge.call('chairKey', { key: 'PageDown' })}
      >
        {null}
      </Touch>
    </Slide>
  )
}

interface StillShape {
  readonly portrait: boolean
  /** Width of the paper at a side, u; the whole wall's in portrait. */
  readonly paperU: number
  readonly paperHeightU: number
  readonly textU: number
  readonly bottomU: number
}

/** Half of the wall is hers; in portrait as much of its height as she needs, and not more than two thirds. */
function stillShape(
  grid: Grid,
  portrait: boolean,
  seatIn: (paperU: number) => Seat | undefined,
  unitPx: number,
): StillShape {
  const { widthU, heightU, startU } = grid
  if (portrait) {
    const size = seatIn(heightU)?.size
    const crown = size ? (size.bottomPx + size.heightPx) / unitPx : heightU * 0.5
    const paperHeightU = Math.min(heightU * 0.66, Math.max(heightU * 0.5, crown + 2.4))
    const free = paperHeightU - cutOffset(widthU)
    return { portrait, paperU: widthU, paperHeightU: free, textU: grid.liveU, bottomU: paperHeightU + 1 }
  }
  const aspect = widthU / heightU
  const paperU = aspect > 1.95 ? widthU - startU - 30 : Math.min(33, widthU * 0.52)
  return { portrait, paperU, paperHeightU: heightU, textU: widthU - startU - paperU - 1.2, bottomU: 1.8 }
}

interface PaperProps extends SceneProps<'still'> {
  readonly shape: StillShape
  readonly seat: Seat | undefined
  readonly isLeft: boolean
}

/** Her paper, and she before it. Where nobody knows what she looks like: the paper of nobody, and the chair that is empty. */
function Paper({ scene, shape, seat, isLeft }: PaperProps) {
  const { grid } = useStage()
  const { persona } = scene
  const paper = seat ? persona.paper : 'shade'
  const evidence = seat ? persona.evidence : 'research'
  const { paperU, portrait } = shape
  const inside = seat ? (
    <SeatedFigure persona={persona} seat={seat} widthU={paperU} />
  ) : (
    <EmptyChair widthU={paperU} heightU={shape.paperHeightU} />
  )
  if (!portrait) {
    const cut = cutOffset(grid.heightU)
    const side = isLeft ? 'left' : 'right'
    const edge = isLeft
      ? `polygon(0 0, 100% 0, calc(100% - ${u(cut)}) 100%, 0 100%)`
      : `polygon(0 0, 100% 0, 100% 100%, ${u(cut)} 100%)`
    const box = { [side]: 0, top: 0, bottom: 0, width: u(paperU), clipPath: edge }
    return (
      <div className="at" style={{ inset: 0 }} data-sheet="">
        <Sheet side={side} sizeU={paperU} paper={paper} evidence={evidence} />
        <div className="at" style={box}>
          {inside}
        </div>
      </div>
    )
  }
  const cut = cutOffset(grid.widthU)
  const heightU = shape.paperHeightU + cut
  const edge = `polygon(0 ${u(cut)}, 100% 0, 100% 100%, 0 100%)`
  const line = [
    { x: -0.6, y: cut },
    { x: grid.widthU + 0.6, y: 0 },
  ]
  return (
    <div
      className="at"
      style={{ left: 0, right: 0, bottom: 0, height: u(heightU) }}
      data-paper={paper}
      data-sheet=""
    >
      {evidence === 'assumption' ? (
        <PencilLine points={line} seed={3} />
      ) : (
        <i className={`sheet ${evidence}`} style={cutEdge('Y', -1, '100% 0')} />
      )}
      <div className="at" style={{ inset: 0, clipPath: edge }}>
        {inside}
      </div>
    </div>
  )
}

function EmptyChair({ widthU, heightU }: { readonly widthU: number; readonly heightU: number }) {
  const chairU = Math.min(heightU * 0.86, widthU * 1.2)
  return (
    <ChairHole heightU={chairU} style={{ left: u((widthU - (chairU * 660) / 1180) / 2), bottom: u(-1.6) }} />
  )
}

interface StillLayout {
  /** "You are not me." */
  readonly c: number
  readonly nameC: number
  readonly factC: number
  readonly line: boolean
  readonly fact: boolean
}

/** What gives way: the line about her, the size of the sentence, the fact. */
function stillLayouts({ fact }: SceneOf<'still'>): StillLayout[][] {
  const sizes = (from: number, to: number, rest: Omit<StillLayout, 'c' | 'nameC'>): StillLayout[] =>
    sizesDown(from, to).map((c) => ({ c, nameC: Math.min(2, Math.max(1.41, c * 0.48)), ...rest }))
  const has = fact !== undefined
  return [
    sizes(5, 4.6, { factC: 1.41, line: true, fact: has }),
    sizes(5, 4.6, { factC: 1.2, line: !has, fact: has }),
    sizes(5, 3.4, { factC: 1, line: !has, fact: has }),
    sizes(3.4, 1.92, { factC: 1, line: false, fact: has }),
    sizes(2.83, 1.92, { factC: 1, line: false, fact: false }),
  ]
}

interface AboutProps extends SceneProps<'still'> {
  readonly layout: StillLayout
  readonly isWhole: boolean
  readonly isDrawn: boolean
}

/** Who she is, what her evidence counts, and how sure we are. */
function About({ scene, room, layout, isWhole, isDrawn }: AboutProps) {
  const { persona, fact } = scene
  const words = chairWords(room.language)
  const { evidence, n, source, captured, lang } = persona
  const line = persona.description ?? persona.occupation
  const strength = strengthLine({ evidence, n, source, captured, lang }, room.language, {
    composite: persona.isComposite,
  })
  const size = isDrawn ? (isWhole ? words.lifeSize : undefined) : words.nobodyDrawn
  return (
    <div>
      {layout.line && line ? (
        <We c={1} lang={lang} rise={2}>
          {line}
        </We>
      ) : null}
      {fact && layout.fact ? (
        <We
          c={layout.factC}
          lang={room.language}
          strong={layout.factC > 1}
          rise={3}
          style={{ marginTop: u(0.8), fontWeight: 480 }}
        >
          {fact.text}
        </We>
      ) : null}
      <Label className="source" lang={room.language} style={{ marginTop: u(1.6) }}>
        <EvidenceMark evidence={evidence} />
        <b>{strength.lead}</b>
        {` ${[strength.rest, size].filter(Boolean).join('. ')}`}
      </Label>
    </div>
  )
}
