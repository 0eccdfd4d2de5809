import { type FormEvent, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import { useAsked } from './use-asked.ts'

interface Props {
  readonly label: string
  /** The screen that it is to be shown on: only what may be shown there is offered. */
  readonly screen: string
  /** An id; empty while none is chosen. */
  readonly onChange: (id: string) => void
  readonly autoFocus?: boolean
}

const MOST = 30

/** Any item of the room that may be shown, by a few words of it; what comes next stands there before anything is typed. */
export function ItemFinder({ label, screen, onChange, autoFocus = false }: Props) {
  const { now: words, kinds } = useWords()
  const [text, setText] = useState('')
  const { answer: found } = useAsked('find', [
    { text, screen, filters: { standing: ['shown'] }, sort: 'relevance', from: 0, count: MOST },
  ])
  const { answer: next } = useAsked('upcoming', [{ count: 10 }])
  const [chosen, setChosen] = useState<{ readonly id: string; readonly title: string }>()
  const coming = unique(
    (next ?? []).map(({ itemId, title, kind }) => ({ id: itemId, title, kind, path: '' })),
  )
  const rows = text === '' && coming.length > 0 ? coming : (found?.rows ?? [])
  // What was chosen stays in the list, or the field would lose it while its title stands in it.
  const items = unique([
    ...(chosen && text === chosen.title ? [{ ...chosen, kind: '', path: '' }] : []),
    ...rows,
  ])

  function choose(id: string | number | null): void {
    const item = items.find((each) => each.id === id)
    setChosen(item)
    onChange(item?.id ?? '')
    setText(item?.title ?? '')
  }

  return (
    <ComboBox
      className="finder"
      items={items}
      inputValue={text}
      selectedKey={chosen?.id ?? null}
      onSelectionChange={choose}
      onInputChange={(typed) => {
        setText(typed)
        if (chosen && typed !== chosen.title) choose(null)
        if (chosen && typed !== chosen.title) setText(typed)
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      <Input onInput={keepWithin} placeholder={words.findItem} />
      <Popover className="popover finder-list">
        {/* What stands beside the page has to say what it is. */}
        <section aria-label={label}>
          <ListBox className="options" renderEmptyState={() => <p className="quiet">{words.notFound}</p>}>
            {(item: (typeof items)[number]) => (
              <ListBoxItem id={item.id} textValue={item.title}>
                <span dir="auto" className="title">
                  {item.title}
                </span>
                <span className="finder-place">
                  {kinds[item.kind] ?? item.kind}
                  {item.path === '' ? '' : ` · ${item.path}`}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  )
}

/** As long as a search may be. */
function keepWithin(event: FormEvent<HTMLInputElement>): void {
  event.currentTarget.value = event.currentTarget.value.slice(0, 500)
}

function unique<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
