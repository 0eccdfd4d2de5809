import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import type { Box } from '../../core/item.ts'
import type { FocalPoint } from '../../kinds/photo/places.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { boxBetween, LEAST, movedBy, type PictureDraft } from './picture-draft.ts'

export type Tool = 'blur' | 'crop' | 'focal'

interface Props {
  readonly draft: PictureDraft
  readonly tool: Tool
  readonly onBlur: (at: number, box: Box | undefined) => void
  readonly onCrop: (box: Box | undefined) => void
  readonly onFocal: (place: FocalPoint) => void
  /** The picture, where it may be seen. */
  readonly children: ReactNode
}

/** What is done with a picture, drawn over it: by the pointer with the tool that was chosen, or by the keys on each frame. */
export function PictureArea({ draft, tool, onBlur, onCrop, onFocal, children }: Props) {
  const { picture: words } = useWords()
  const area = useRef<HTMLDivElement>(null)
  const from = useRef<{ readonly place: FocalPoint; readonly part: number }>(undefined)

  function placeOf(event: PointerEvent): FocalPoint {
    const { left, top, width, height } = area.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    const share = (at: number, length: number): number => Math.max(0, Math.min(1, at / length))
    return { x: share(event.clientX - left, width), y: share(event.clientY - top, height) }
  }
  function begin(event: PointerEvent): void {
    const place = placeOf(event)
    from.current = { place, part: draft.blur.length }
    area.current?.setPointerCapture(event.pointerId)
    if (tool === 'focal') onFocal(place)
  }
  function draw(event: PointerEvent): void {
    const start = from.current
    if (!start) return
    const place = placeOf(event)
    if (tool === 'focal') return onFocal(place)
    // A press alone draws nothing.
    const isDrawn =
      Math.max(Math.abs(place.x - start.place.x), Math.abs(place.y - start.place.y)) >= LEAST / 2
    if (!isDrawn) return
    const box = boxBetween(start.place, place)
    if (tool === 'crop') onCrop(box)
    else onBlur(start.part, box)
  }
  return (
    <div
      ref={area}
      className={`picture-area ${tool}`}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={() => {
        from.current = undefined
      }}
    >
      {children}
      {draft.crop ? <Frame box={draft.crop} kind="crop" label={words.cropFrame} onChange={onCrop} /> : null}
      {draft.blur.map(({ box }, at) =>
        box ? (
          <Frame
            // A part is told from the others by its place in the list alone.
            key={at}
            box={box}
            kind="blur"
            label={words.part(at + 1)}
            onChange={(now) => onBlur(at, now)}
          />
        ) : null,
      )}
      {draft.focal ? <Focal place={draft.focal} onChange={onFocal} /> : null}
    </div>
  )
}

interface FrameProps {
  readonly box: Box
  readonly kind: 'blur' | 'crop'
  readonly label: string
  readonly onChange: (box: Box | undefined) => void
}

function Frame({ box, kind, label, onChange }: FrameProps) {
  const { picture: words } = useWords()
  const formats = useFormats()
  const { x, y, width, height } = box
  const [left = '', above = '', wide = '', high = ''] = [x, y, width, height].map((share) =>
    formats.percent(share),
  )
  function press(event: KeyboardEvent): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      return onChange(undefined)
    }
    const moved = movedBy(box, event.key, event.shiftKey)
    if (!moved) return
    event.preventDefault()
    onChange(moved)
  }
  return (
    <button
      type="button"
      className={`frame ${kind}`}
      aria-label={`${label}: ${words.place(left, above, wide, high)}`}
      onKeyDown={press}
      style={{
        left: `${x * 100}%`,
        top: `${y * 100}%`,
        width: `${width * 100}%`,
        height: `${height * 100}%`,
      }}
    />
  )
}

function Focal({
  place,
  onChange,
}: {
  readonly place: FocalPoint
  readonly onChange: (place: FocalPoint) => void
}) {
  const { picture: words } = useWords()
  const formats = useFormats()
  function press(event: KeyboardEvent): void {
    const moved = movedBy({ ...place, width: 0, height: 0 }, event.key, false)
    if (!moved) return
    event.preventDefault()
    onChange({ x: moved.x, y: moved.y })
  }
  return (
    <button
      type="button"
      className="focal"
      aria-label={words.focalAt(formats.percent(place.x), formats.percent(place.y))}
      onKeyDown={press}
      style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}
    />
  )
}
