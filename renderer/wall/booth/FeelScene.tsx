import { type CSSProperties, use } from 'react'
import { type BoothView, FEELINGS, type Felt } from '../../core/booth/calls.ts'
import type { PlayView, Snapshot } from '../../core/contract.ts'
import { direction } from '../../core/text.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'
import { VisitContext } from './BoothScene.tsx'
import { FeltRidge } from './FeltRidge.tsx'
import { phasesOf } from './phases.ts'
import { feelingKey, type Visit } from './use-visit.ts'
import { boothWords } from './words.ts'

interface FeelProps {
  readonly controls: BoothView['controls']
  readonly drawsBack: boolean
  readonly play: PlayView | undefined
  readonly phase: number
  readonly felt: readonly Felt[]
  readonly feelings: Visit['feelings']
  readonly room: Snapshot['room']
}

/** A phase of a journey, and how one would feel in it. What others felt is seen only afterwards: it must not lead her. */
export function FeelScene({ controls, drawsBack, play, phase, felt, feelings, room }: FeelProps) {
  const { grid } = useStage()
  const words = boothWords(room.language)
  const here = phasesOf(play)[phase]
  if (!play || !here)
    return (
      <Slide lang={room.language} dir="ltr">
        {null}
      </Slide>
    )
  const lang = play.item.envelope.lang ?? room.language
  const own = feelings[feelingKey(play.item.id, here.name)]
  const counts = felt.find((each) => each.phase === here.name)?.counts ?? []
  return (
    <Slide lang={lang} dir={direction(here.name)}>
      <div className="at booth-scene" data-controls={controls} style={{ top: u(grid.topU) }}>
        <div className="booth-phase">
          <header data-rise="1">
            <We c={1} style={{ color: 'var(--ink2)' }}>
              {play.item.title}
            </We>
            <Head c={2.83} tight>
              {here.name}
            </Head>
            {here.steps.slice(0, 3).map(({ text }) => (
              <We key={text} c={1}>
                {text}
              </We>
            ))}
          </header>
          {own === undefined || !drawsBack ? null : (
            <FeltRidge
              phases={phasesOf(play)}
              here={phase}
              felt={felt}
              paper={play.cast[0]?.paper ?? 'straw'}
              label={words.visitors(sum(counts))}
            />
          )}
        </div>
        <div className="booth-feel" data-rise="2">
          <We c={1.41} strong lang={room.language}>
            {own === undefined
              ? words.feelAsk
              : drawsBack
                ? words.visitors(sum(counts))
                : words.feelings[own + 2]}
          </We>
          <Scale
            own={own}
            counts={own === undefined || !drawsBack ? [] : counts}
            hers={own === undefined ? undefined : here.emotion}
            play={play}
            phase={here.name}
            language={room.language}
          />
        </div>
      </div>
    </Slide>
  )
}

interface ScaleProps {
  readonly own: number | undefined
  readonly counts: readonly number[]
  /** Her own emotion in the journey, -1..1. */
  readonly hers: number | undefined
  readonly play: PlayView
  readonly phase: string
  readonly language: string
}

/** Five places on a line: visitors in pencil, herself in ink, and the customer as a flag of her paper. */
function Scale({ own, counts, hers, play, phase, language }: ScaleProps) {
  const visit = use(VisitContext)
  const words = boothWords(language)
  const who = play.cast[0]
  return (
    <div className="booth-scale">
      {hers === undefined || !who ? null : (
        <div
          className="booth-flag on"
          data-paper={who.paper}
          style={{ '--at': (hers + 1) / 2 } as CSSProperties}
        >
          <We c={1} strong>
            {who.name}
          </We>
        </div>
      )}
      {FEELINGS.map((feeling, index) => (
        <button
          key={feeling}
          type="button"
          className="booth-feeling"
          data-target=""
          data-feeling={feeling}
          aria-pressed={own === feeling}
          disabled={own !== undefined}
          onClick={() => visit?.feel(play.item.id, phase, feeling)}
        >
          <span className="booth-squares" aria-hidden="true">
            {squares(counts, index).map((at) => (
              <i key={at} className={own === feeling && at === 0 ? 'square own' : 'square'} />
            ))}
          </span>
          <i className="booth-tick" aria-hidden="true" />
          <We c={1} strong lang={language}>
            {words.feelings[index]}
          </We>
        </button>
      ))}
    </div>
  )
}

/** So many squares stand on each other; of more, each stands for several. */
const MOST_SQUARES = 7

function squares(counts: readonly number[], index: number): readonly number[] {
  const most = Math.max(...counts, 0)
  const each = Math.max(1, most / MOST_SQUARES)
  return Array.from({ length: Math.ceil((counts[index] ?? 0) / each) }, (_, at) => at)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
