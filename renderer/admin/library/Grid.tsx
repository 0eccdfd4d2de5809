import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FindRow } from '../../core/admin/find.ts'
import { useMirror } from '../mirror.ts'
import { go } from '../shell/route.ts'
import { useWords } from '../words/use-words.ts'
import { Card, cardId } from './Card.tsx'
import { gridMove } from './grid-keys.ts'
import { clearSelection, left, scrolled, useLibrary } from './library-store.ts'
import type { Found } from './use-found.ts'
import { useSelecting } from './use-selecting.ts'
import { useTypeAhead } from './use-type-ahead.ts'

interface Props {
  readonly found: Found
  readonly total: number
}

const LEAST_CARD_PX = 208
const GAP_PX = 16
const TEXT_PX = 72

/** All that is found, as a grid of which only what is in sight exists. The grid has the focus; cells are named by it. */
export function Grid({ found, total }: Props) {
  const { library: words } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { columns, cardPx } = useColumns(box)
  const active = useLibrary((state) => Math.min(state.active, Math.max(0, total - 1)))
  const selected = useLibrary((state) => state.selected)
  const room = useSame(useMirror((mirror) => mirror.snapshot?.room))
  const screen = useMirror((mirror) => mirror.snapshot?.screen)
  const still = useSame(screen && { ...screen, reducedMotion: true })
  const rowPx = Math.round((cardPx * 9) / 16) + TEXT_PX
  const virtual = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 1,
    initialOffset: scrolled.px,
  })
  const lines = virtual.getVirtualItems()
  const first = (lines[0]?.index ?? 0) * columns
  const last = Math.min(total, ((lines.at(-1)?.index ?? 0) + 1) * columns) - 1
  const { want } = found
  useEffect(() => want(first, last), [first, last, want])
  useLayoutEffect(() => {
    // Named here, since lines of another height stand elsewhere.
    void rowPx
    virtual.measure()
  }, [virtual, rowPx])

  const asked = useLibrary(({ text, filters, sort }) => JSON.stringify([text, filters, sort]))
  const before = useRef(asked)
  useLayoutEffect(() => {
    // Another list is read from its beginning, however far down somebody was in the one before.
    if (before.current !== asked) virtual.scrollToOffset(0)
    before.current = asked
  }, [asked, virtual])

  const goTo = useCallback(
    (index: number) => {
      useLibrary.setState({ active: index })
      virtual.scrollToIndex(Math.floor(index / columns), { align: 'auto' })
    },
    [virtual, columns],
  )
  /** Whoever selects on from there begins there. */
  const jump = useCallback(
    (index: number) => {
      useLibrary.setState({ anchor: index })
      goTo(index)
    },
    [goTo],
  )
  const { press, extend, toggle, all } = useSelecting(found)
  const typeAhead = useTypeAhead(found, jump)
  const open = useCallback((row: FindRow) => {
    left.forItem = true
    go('library', row.id)
  }, [])
  useEffect(() => {
    // Whoever has begun to write before the list was there goes on writing.
    const isWriting = document.activeElement instanceof HTMLInputElement
    if (left.forItem && !isWriting) box.current?.focus({ preventScroll: true })
    left.forItem = false
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx)) * columns
    const to = gridMove(event.key, isCommand, { at: active, total, columns, page })
    const row = found.rows.get(active)
    if (to !== undefined) {
      if (event.shiftKey) extend(active, to)
      else useLibrary.setState({ anchor: to })
      goTo(to)
    } else if (isCommand && event.key.toLowerCase() === 'a') void all()
    else if (event.key === ' ' && !typeAhead(' ')) toggle(active)
    else if (event.key === 'Enter' && row) open(row)
    else if (event.key === 'Escape') clearSelection()
    else if (isCommand || event.altKey || (event.key !== ' ' && !typeAhead(event.key))) return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      ref={box}
      role="grid"
      className="found-grid"
      aria-label={words.grid}
      aria-rowcount={Math.ceil(total / columns)}
      aria-colcount={columns}
      aria-multiselectable="true"
      aria-busy={found.isLate}
      aria-activedescendant={active >= first && active <= last ? cardId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        scrolled.px = event.currentTarget.scrollTop
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {room && still
          ? lines.map((line) => (
              // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
              // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
              <div
                key={line.key}
                role="row"
                aria-rowindex={line.index + 1}
                className="card-row"
                style={{
                  transform: `translateY(${line.start}px)`,
                  gridTemplateColumns: `repeat(${columns}, 1fr)`,
                }}
              >
                {Array.from({ length: Math.min(columns, total - line.index * columns) }, (_, column) => {
                  const index = line.index * columns + column
                  const row = found.rows.get(index)
                  return (
                    <Card
                      key={row?.id ?? index}
                      row={row}
                      index={index}
                      column={column}
                      isSelected={row !== undefined && selected.has(row.id)}
                      isActive={index === active}
                      widthPx={cardPx}
                      room={room}
                      screen={still}
                      onPress={press}
                      onOpen={open}
                    />
                  )
                })}
              </div>
            ))
          : null}
      </div>
    </div>
  )
}

/** The same object as long as it says the same: a snapshot comes with each slide of the wall, and the cards stay as they are. */
function useSame<Value>(value: Value): Value {
  const [kept, keep] = useState(value)
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept
  keep(value)
  return value
}

function useColumns(box: { readonly current: HTMLElement | null }): { columns: number; cardPx: number } {
  const [width, setWidth] = useState(960)
  useLayoutEffect(() => {
    const { current } = box
    if (!current) return
    const look = (): void => setWidth(current.clientWidth - GAP_PX)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(current)
    return () => observer.disconnect()
  }, [box])
  const columns = Math.max(1, Math.floor((width + GAP_PX) / (LEAST_CARD_PX + GAP_PX)))
  return { columns, cardPx: (width - GAP_PX * (columns - 1)) / columns }
}
