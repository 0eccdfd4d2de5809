import { useState } from 'react'
import type { ItemDetail } from '../../core/admin/find.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { SlidePreview } from '../kit/SlidePreview.tsx'
import { useMirror } from '../mirror.ts'
import { useWords } from '../words/use-words.ts'

/** px of walls as they are bought: 16:9 either way, and two screens side by side. */
export const SHAPES = {
  landscape: { widthPx: 1920, heightPx: 1080 },
  portrait: { widthPx: 1080, heightPx: 1920 },
  wide: { widthPx: 3840, heightPx: 1080 },
} as const
export type ShapeName = keyof typeof SHAPES
const NAMES = ['landscape', 'portrait', 'wide'] as const

interface Props {
  readonly item: ItemDetail
  readonly shape: ShapeName
  readonly onShape: (shape: ShapeName) => void
}

/** The item as a wall of this shape draws it, slide by slide. */
export function Preview({ item, shape, onShape }: Props) {
  const { item: words } = useWords()
  const room = useMirror((mirror) => mirror.snapshot?.room)
  const screen = useMirror((mirror) => mirror.snapshot?.screen)
  const [wanted, setAt] = useState(0)
  const count = item.views.length
  const at = Math.min(wanted, Math.max(0, count - 1))
  const play = item.views[at]
  if (!room || !screen) return null
  return (
    <section className="item-preview" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      {play ? (
        <div className={`wall-shape ${shape}`}>
          <SlidePreview
            play={{ ...play, playId: `${play.playId} ${shape}` }}
            room={room}
            screen={{ ...screen, reducedMotion: true }}
            size={SHAPES[shape]}
          />
        </div>
      ) : (
        <p className="not-drawn">{words.notDrawn}</p>
      )}
      <div className="actions">
        <Choice
          label={words.shape}
          value={shape}
          options={NAMES.map((value) => ({ value, label: words.shapes[value] }))}
          onChange={onShape}
        />
        {count > 1
          ? item.views.map(({ playId }, index) => (
              <Button key={playId} isDisabled={index === at} onPress={() => setAt(index)}>
                {words.slide(index + 1, count)}
              </Button>
            ))
          : null}
      </div>
    </section>
  )
}
