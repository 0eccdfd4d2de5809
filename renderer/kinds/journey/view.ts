import type { Paper } from '../../core/brand.ts'
import type { CastMember } from '../../core/contract.ts'
import type { Evidence, Item } from '../../core/item.ts'
import { wordCount } from '../../core/text.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import type { JourneyBody, Phase } from './schema.ts'
import { momentOf, phaseWords, wordsOf } from './words.ts'

/** What every slide of a journey draws from. */
export interface JourneyView extends SlideProps<Item<'journey', JourneyBody>> {
  readonly phases: readonly Phase[]
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly paper: Paper
  readonly evidence: Evidence
  readonly walker: CastMember | undefined
  /** The phase with the pin. */
  readonly moment: number | undefined
  /** Her words to be set large, and the phase in which she said them. */
  readonly words: { readonly text: string; readonly phase: number } | undefined
  /** Drawn in pencil: thought, or not known at all. */
  readonly pencil: readonly boolean[]
  readonly key: string
  readonly wordTotal: number
}

export function journeyView(
  props: SlideProps<Item<'journey', JourneyBody>>,
  dir: 'ltr' | 'rtl',
): JourneyView {
  const { item, cast, room, stage, part } = props
  const { phases, view } = item.body
  const actor = cast[0]
  const moment = momentOf(phases)
  const evidence = item.envelope.evidence ?? 'assumption'
  const known = phases.some(({ emotion }) => emotion !== undefined)
  return {
    ...props,
    phases,
    lang: item.envelope.lang ?? room.language,
    dir,
    paper: actor?.paper ?? 'straw',
    evidence,
    walker: actor?.walk ? actor : undefined,
    moment,
    words: wordsOf(phases, moment),
    pencil: phases.map(
      (phase) => evidence === 'assumption' || phase.assumed || (known && phase.emotion === undefined),
    ),
    key: `${item.id} ${view.type} ${part.index} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    wordTotal: wordCount([item.title, ...phases.map(phaseWords)].join(' ')),
  }
}
