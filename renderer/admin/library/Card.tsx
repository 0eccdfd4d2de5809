import { Component, type MouseEvent, memo, type ReactNode } from 'react'
import type { FindRow } from '../../core/admin/find.ts'
import type { ScreenView, Snapshot } from '../../core/contract.ts'
import { SlidePreview } from '../kit/SlidePreview.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { useSlide, useTurn } from './use-slides.ts'

export interface CardProps {
  readonly row: FindRow | undefined
  readonly index: number
  readonly column: number
  readonly isSelected: boolean
  readonly isActive: boolean
  /** The list is being scrolled: no slide begins to be drawn. */
  readonly isMoving: boolean
  readonly room: Snapshot['room']
  readonly screen: ScreenView
  readonly onPress: (index: number, row: FindRow, event: MouseEvent) => void
  readonly onOpen: (row: FindRow) => void
}

export const cardId = (index: number): string => `card-${index}`

/** One item: its real slide, and what it is. */
export const Card = memo(function Card(props: CardProps) {
  const { row, index, column, isSelected, isActive, onPress, onOpen } = props
  return (
    // The keys are the grid's: it has the focus, and names the cell that it is at.
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      role="gridcell"
      id={cardId(index)}
      aria-colindex={column + 1}
      aria-selected={isSelected}
      tabIndex={-1}
      className={`card${isActive ? ' active' : ''}`}
      onMouseDown={(event) => row && onPress(index, row, event)}
      onDoubleClick={() => row && onOpen(row)}
    >
      {row ? <Inside {...props} row={row} /> : <div className="card-picture" />}
    </div>
  )
})

function Inside({ row, isMoving, room, screen }: CardProps & { readonly row: FindRow }) {
  const { library: words, kinds } = useWords()
  const formats = useFormats()
  const spoken = useSpoken()
  const isOpen = row.standing !== 'withheld' && row.standing !== 'expired'
  const plays = row.plays === 0 ? words.neverShown : words.plays(row.plays, formats.number(row.plays))
  return (
    <>
      <div className="card-picture" aria-hidden="true">
        {isOpen ? (
          <Thumbnail key={row.id} row={row} isMoving={isMoving} room={room} screen={screen} />
        ) : (
          <Closed row={row} />
        )}
      </div>
      <p className="card-title" dir="auto">
        {row.title}
      </p>
      <p className="quiet card-line">
        {kinds[row.kind] ?? row.kind}
        {', '}
        {row.standing === 'shown' ? plays : <strong>{words.standings[row.standing]}</strong>}
        {row.isPinned ? `, ${words.pinned}` : ''}
      </p>
      {row.reason === undefined ? null : <span className="unseen">{spoken(row.reason)}</span>}
    </>
  )
}

function Thumbnail({
  row,
  isMoving,
  room,
  screen,
}: Pick<CardProps, 'isMoving' | 'room' | 'screen'> & { row: FindRow }) {
  const isOn = useTurn(isMoving)
  return isOn ? <Drawn row={row} room={room} screen={screen} /> : null
}

function Drawn({ row, room, screen }: Pick<CardProps, 'room' | 'screen'> & { row: FindRow }) {
  const play = useSlide(row.id, `${row.standing}·${row.title}·${row.path}·${row.line}`.replaceAll(' ', '·'))
  if (!play) return null
  return (
    <SlideBoundary>
      <SlidePreview play={play} room={room} screen={screen} />
    </SlideBoundary>
  )
}

/** Nothing of it is drawn: what it is, where it stands, and why. */
function Closed({ row }: { readonly row: FindRow }) {
  const { library: words } = useWords()
  const spoken = useSpoken()
  return (
    <div className="card-closed">
      <p>{row.reason === undefined ? words.noPicture : spoken(row.reason)}</p>
      <p className="quiet">
        <bdi>{words.place(row.path, row.line)}</bdi>
      </p>
    </div>
  )
}

/** A slide that cannot be drawn leaves the others as they are. */
class SlideBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children
  }
}
