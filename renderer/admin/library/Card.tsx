import { type MouseEvent, memo } from 'react'
import type { FindRow } from '../../core/admin/find.ts'
import type { ScreenView, Snapshot } from '../../core/contract.ts'
import { Thumbnail } from '../kit/Thumbnail.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'

export interface CardProps {
  readonly row: FindRow | undefined
  readonly index: number
  readonly column: number
  readonly isSelected: boolean
  readonly isActive: boolean
  /** Of its picture. */
  readonly widthPx: number
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

function Inside({ row, widthPx, room, screen }: CardProps & { readonly row: FindRow }) {
  const { library: words, kinds } = useWords()
  const formats = useFormats()
  const spoken = useSpoken()
  const isOpen = row.standing !== 'withheld' && row.standing !== 'expired'
  const plays = row.plays === 0 ? words.neverShown : words.plays(row.plays, formats.number(row.plays))
  return (
    <>
      <div className="card-picture" aria-hidden="true">
        {isOpen ? (
          <Thumbnail
            key={row.id}
            id={row.id}
            version={`${row.standing} ${row.title} ${row.path} ${row.line}`}
            widthPx={widthPx}
            room={room}
            screen={screen}
          />
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
