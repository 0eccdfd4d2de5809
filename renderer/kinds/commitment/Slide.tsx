import './commitment.css'
import type { CSSProperties } from 'react'
import type { Item } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { formatDate } from '../../ui/dates.ts'
import { Frame } from '../../ui/Frame.tsx'
import { wordsLanguage } from '../../ui/messages.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { u } from '../../ui/stage.ts'
import { useFit } from '../../ui/use-fit.ts'
import { BottomSheet } from './BottomSheet.tsx'
import { Did, Said } from './Halves.tsx'
import type { CommitmentBody } from './schema.ts'
import { commitmentShape, holdsName } from './shape.ts'
import { commitmentLayouts } from './slide-layouts.ts'
import { commitmentWords } from './words.ts'

export type CommitmentProps = SlideProps<Item<'commitment', CommitmentBody>>

/** You said, we did: the wall split between the two voices. Where what was said is not at hand, all of it is ours. */
export function CommitmentSlide(props: CommitmentProps) {
  const { item, room, pass, stage, onUnfit } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const lang = textLanguage(body.said ?? body.promise, envelope.lang, room.language)
  const dir = direction(body.said ?? body.promise)
  const { ref, layout } = useFit(commitmentLayouts(body, lang), {
    key: `${item.id} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(`${body.said ?? ''} ${body.promise}`),
    onUnfit,
  })
  // The owner is set apart, since it may run the other way.
  const words = commitmentWords(room.language)
  const promised = envelope.captured && formatDate(envelope.captured, wordsLanguage(room.language))
  const lead = `${words.promisedBy(`\u2068${body.owner}\u2069`)}${promised ? ',' : ''}`
  const letters = [...`${lead} ${promised ?? ''}`].length
  const shape = commitmentShape(grid, stage.shape, body.said !== undefined, letters)
  const onSage = shape.type !== 'beside'
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      {shape.type === 'beside' ? (
        <Sheet side={dir === 'rtl' ? 'left' : 'right'} sizeU={shape.sheetU} paper="sage" />
      ) : (
        <BottomSheet heightU={shape.sheetU} paper="sage" isCut={shape.type === 'below'} />
      )}
      <div className="at" style={{ inset: 0 }}>
        {body.said === undefined ? null : <Said {...props} layout={layout} box={shape.said} lang={lang} />}
        <div className="at on" data-paper="sage" style={{ inset: 0 }}>
          <Did {...props} layout={layout} box={shape.did} />
        </div>
      </div>
      <div
        className={onSage ? 'on' : 'commitment-frame'}
        data-paper="sage"
        style={{ '--said-foot': u(shape.sourceU) } as CSSProperties}
      >
        <Frame lead={lead} rest={promised} room={room} pass={pass} short={!holdsName(shape, room.name)} />
      </div>
    </Slide>
  )
}
