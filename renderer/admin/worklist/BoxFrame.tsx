import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useFormats, useWords } from '../words/use-words.ts'

/** In shares of the picture, 0..1, from its upper left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Props {
  readonly box: Box
  readonly onChange: (box: Box) => void
  readonly label: string
  /** The picture, where it may be seen. */
  readonly children: ReactNode
}

const STEP = 0.02
const LEAST = 0.02

/** A frame over a picture: drawn by the pointer, or moved and sized by the arrow keys. */
export function BoxFrame({ box, onChange, label, children }: Props) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const area = useRef<HTMLDivElement>(null)
  const from = useRef<{ x: number; y: number }>(undefined)

  function placeOf(event: PointerEvent): { x: number; y: number } {
    const { left, top, width, height } = area.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return {
      x: within((event.clientX - left) / width, 0, 1),
      y: within((event.clientY - top) / height, 0, 1),
    }
  }
  function begin(event: PointerEvent): void {
    from.current = placeOf(event)
    area.current?.setPointerCapture(event.pointerId)
  }
  function draw(event: PointerEvent): void {
    const start = from.current
    if (!start) return
    const to = placeOf(event)
    onChange({
      x: Math.min(start.x, to.x),
      y: Math.min(start.y, to.y),
      width: Math.max(LEAST, Math.abs(to.x - start.x)),
      height: Math.max(LEAST, Math.abs(to.y - start.y)),
    })
  }
  function press(event: KeyboardEvent): void {
    const moved = movedBy(box, event)
    if (!moved) return
    event.preventDefault()
    onChange(moved)
  }
  const { x, y, width, height } = box
  const [left, above, wide, high] = [x, y, width, height].map((share) => formats.percent(share))
  return (
    <div
      ref={area}
      className="box-area"
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={() => {
        from.current = undefined
      }}
    >
      {children}
      <button
        type="button"
        className="box-frame"
        aria-label={`${label}: ${words.blurPlace(left ?? '', above ?? '', wide ?? '', high ?? '')}`}
        onKeyDown={press}
        style={{
          left: `${x * 100}%`,
          top: `${y * 100}%`,
          width: `${width * 100}%`,
          height: `${height * 100}%`,
        }}
      />
    </div>
  )
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

function movedBy(box: Box, { key, shiftKey }: KeyboardEvent): Box | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const [across, down] = step
  if (shiftKey)
    return {
      ...box,
      width: within(box.width + across, LEAST, 1 - box.x),
      height: within(box.height + down, LEAST, 1 - box.y),
    }
  return { ...box, x: within(box.x + across, 0, 1 - box.width), y: within(box.y + down, 0, 1 - box.height) }
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
