import { type ReactNode, useMemo } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

interface Props<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  /** The same function each time. */
  readonly keyOf: (row: Row) => string
  /** What the row is called where it is read out or typed ahead for. */
  readonly nameOf: (row: Row) => string
  readonly selected: string | undefined
  readonly onSelect: (key: string) => void
  readonly children: (row: Row) => ReactNode
  /** px of a row, roughly. */
  readonly rowHeight?: number
}

/** A list of very many rows, of which those in sight are drawn; the row with the caret is the one that is looked at. */
export function LongList<Row extends object>(props: Props<Row>) {
  const { label, rows, keyOf, nameOf, selected, onSelect, children, rowHeight = 62 } = props
  // The list remembers what it has drawn by these objects: made anew, all rows would be taken for others.
  const items = useMemo(() => rows.map((row) => ({ id: keyOf(row), row })), [rows, keyOf])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: rowHeight }}>
      <ListBox
        aria-label={label}
        className="long-list"
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (key !== undefined) onSelect(String(key))
        }}
      >
        {({ id, row }) => (
          <ListBoxItem id={id} textValue={nameOf(row)} className="long-row">
            {children(row)}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}
