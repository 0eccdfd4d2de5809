import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { Choice } from '../kit/Choice.tsx'
import { Empty, Waiting } from '../kit/States.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { KindShares } from './KindShares.tsx'
import { useShares } from './use-shares.ts'
import { useWeighRows } from './use-weigh-rows.ts'
import { WeightRow } from './WeightRow.tsx'

const ROW_PX = 62
const SORTS = ['title', 'weight', 'most-played', 'least-played'] as const
type Sort = (typeof SORTS)[number]

/** Every item that may play, with its weight, and what that comes to. */
export function Weights({ share }: { readonly share: 'time' | 'turns' }) {
  const { order: words } = useWords()
  const formats = useFormats()
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>('title')
  const [held, setHeld] = useState<Readonly<Record<string, number>>>({})
  const [seen, setSeen] = useState({ first: 0, last: 30 })
  const rows = useWeighRows({ text: text === '' ? undefined : text, sort }, seen.first, seen.last)
  const shares = useShares(held)
  const total = rows.total ?? 0

  function hold(id: string, weight: number | undefined): void {
    setHeld(({ [id]: _, ...rest }) => (weight === undefined ? rest : { ...rest, [id]: weight }))
  }

  return (
    <>
      <p className="quiet">{words.weightIs[share]}</p>
      <KindShares shares={shares} />
      <div className="tools">
        <SearchField value={text} onChange={setText} className="search" data-search="">
          <Label>{words.search}</Label>
          <Input />
        </SearchField>
        <Choice
          label={words.sort}
          value={sort}
          options={SORTS.map((value) => ({ value, label: words.sorts[value] }))}
          onChange={setSort}
        />
        <p className="quiet" role="status">
          {rows.total === undefined ? '' : words.items(formats.number(total), total)}
        </p>
      </div>
      {rows.total === undefined ? <Waiting /> : null}
      {rows.total === 0 ? <Empty title={words.nothingFound} /> : null}
      <LongList total={total} onSeen={setSeen} key={`${text} ${sort}`}>
        {(index) => {
          const row = rows.row(index)
          return row ? (
            <WeightRow
              row={row}
              due={shares?.byItem.find(({ id }) => id === row.id)}
              held={held[row.id]}
              onHold={hold}
            />
          ) : null
        }}
      </LongList>
    </>
  )
}

interface LongListProps {
  readonly total: number
  readonly onSeen: (seen: { first: number; last: number }) => void
  readonly children: (index: number) => React.ReactNode
}

function LongList({ total, onSeen, children }: LongListProps) {
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () =>
      (ROW_PX * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)) / 15,
    overscan: 6,
  })
  const shown = list.getVirtualItems()
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  useEffect(() => onSeen({ first, last }), [first, last, onSeen])
  return (
    <div ref={box} className="long-list">
      <ul style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, key, start }) => (
          <li
            key={key}
            data-index={index}
            ref={list.measureElement}
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
