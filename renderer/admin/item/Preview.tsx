import { useState } from 'react'
import type { ItemDetail, ScreenShape } from '../../core/admin/find.ts'
import type { PlayView } from '../../core/contract.ts'
import type { Unfit } from '../../ui/slide-props.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { SlidePreview } from '../kit/SlidePreview.tsx'
import { useMirror } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { COMMON_NAMES, type Look, type LookQuestion } from './shapes.ts'

interface Props {
  readonly item: ItemDetail
  readonly look: Look
  readonly question: LookQuestion
  readonly onLook: (look: Look) => void
  /** The slides as they would be with what is not saved yet. */
  readonly would?: readonly PlayView[] | undefined
}

/** The item as a screen of the room draws it, slide by slide; what somebody is writing is seen at once. */
export function Preview({ item, look, question, onLook, would }: Props) {
  const { item: words } = useWords()
  const room = useMirror((mirror) => mirror.snapshot?.room)
  const [wanted, setAt] = useState(0)
  const [unfit, setUnfit] = useState<Unfit & { readonly of: string }>()
  const views = would && would.length > 0 ? would : item.views
  const at = Math.min(wanted, Math.max(0, views.length - 1))
  const view = views[at]
  if (!room) return null
  const { widthPx, heightPx } = question.shape
  const playId = `${view?.playId} ${look}`
  return (
    <section className="item-preview" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      {view ? (
        <div className={`wall-shape ${heightPx > widthPx ? 'portrait' : 'landscape'}`}>
          <SlidePreview
            play={{ ...view, playId }}
            room={room}
            screen={{ ...item.screen, reducedMotion: true }}
            size={question.shape}
            onUnfit={(found) => setUnfit({ ...found, of: playId })}
          />
        </div>
      ) : (
        <p className="not-drawn">{words.notDrawn}</p>
      )}
      <p className="quiet" role="status">
        {view && unfit?.of === playId ? (
          <strong className="signal">{words.unfit(unfit.words, unfit.holds)}</strong>
        ) : null}{' '}
        {view && views === would ? words.asItWouldBe : null}
      </p>
      <div className="actions">
        <Screens look={look} screens={item.screens} onLook={onLook} />
        {views.length > 1
          ? views.map(({ playId: id }, index) => (
              <Button key={id} isDisabled={index === at} onPress={() => setAt(index)}>
                {words.slide(index + 1, views.length)}
              </Button>
            ))
          : null}
      </div>
    </section>
  )
}

function Screens({
  look,
  screens,
  onLook,
}: Pick<Props, 'look' | 'onLook'> & { readonly screens: readonly ScreenShape[] }) {
  const { item: words } = useWords()
  const formats = useFormats()
  const label = ({ view, shape }: ScreenShape): string =>
    words.screen(
      view.name,
      formats.number(view.panel.diagonalInches),
      formats.number(view.panel.distanceM),
      words.hangs[shape.heightPx > shape.widthPx ? 'portrait' : 'landscape'],
      [words.modes[view.mode], words.themes[view.theme]],
    )
  const own: { readonly value: Look; readonly label: string }[] = screens.map((each) => ({
    value: `screen:${each.view.name}`,
    label: label(each),
  }))
  const common = COMMON_NAMES.map((name) => ({ value: `shape:${name}` as const, label: words.shapes[name] }))
  return <Choice label={words.shape} value={look} options={[...own, ...common]} onChange={onLook} />
}
