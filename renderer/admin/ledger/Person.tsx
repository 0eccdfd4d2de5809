import { type ReactNode, useState } from 'react'
import type { LedgerEntry } from '../../core/admin/ledger.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { routeTo } from '../shell/route.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { EraseButton } from './EraseSheet.tsx'

/** One person's consents: what for, by whom it may be seen, until when, in which items; and the way out of it. */
export function Person({ entry }: { readonly entry: LedgerEntry }) {
  const { ledger: words, consent, kinds } = useWords()
  const formats = useFormats()
  const { who, state, purposes, audience, given, until, withdrawn, items, shown, ids } = entry
  const isPublished = given === undefined
  const purposeNames = purposes.map((each) => (each === 'display' ? consent.display : each))
  const kindNames = Object.entries(entry.kinds).map(
    ([kind, count]) => `${kinds[kind] ?? kind} ${formats.number(count)}`,
  )
  return (
    <section className="person" aria-label={who} tabIndex={-1}>
      <h2 className="lead">
        <bdi>{who}</bdi>
      </h2>
      <dl className="facts">
        <Fact name={words.stateOf}>{words.state[state]}</Fact>
        {isPublished ? null : (
          <>
            <Fact name={words.what}>{formats.list(purposeNames)}</Fact>
            <Fact name={words.given}>{given === undefined ? undefined : formats.local(given)}</Fact>
            <Fact name={words.until}>
              {until === undefined ? words.noEnd : `${formats.local(until)}${leftOf(entry, words)}`}
            </Fact>
          </>
        )}
        <Fact name={words.audience}>{formats.list(audience.map((each) => consent.audienceOf[each]))}</Fact>
        <Fact name={words.withdrawnOn}>{withdrawn === undefined ? undefined : formats.local(withdrawn)}</Fact>
        <Fact name={words.collected}>{entry.collected}</Fact>
        <Fact name={words.controller}>{entry.controller}</Fact>
        <Fact name={words.items}>
          {`${formats.number(items)} (${formats.list(kindNames)}), ${formats.number(shown)} ${words.shown}`}
        </Fact>
      </dl>
      <div className="actions">
        {withdrawn === undefined ? <Withdraw entry={entry} /> : null}
        <EraseButton who={who} ids={ids} entry={{ published: isPublished, count: items }} />
      </div>
      <h3>
        {words.theirItems}
        {items > ids.length ? `, ${words.firstOf(formats.number(ids.length), formats.number(items))}` : ''}
      </h3>
      <ul className="rows">
        {ids.map((id) => (
          <li key={id}>
            <a href={routeTo('library', id)}>
              <bdi>{id}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === undefined || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function leftOf(
  { daysLeft, state }: LedgerEntry,
  words: { daysLeft: (days: number) => string; daysOver: (days: number) => string },
): string {
  if (daysLeft === undefined || (state !== 'expiring' && state !== 'expired')) return ''
  return `, ${daysLeft >= 0 ? words.daysLeft(daysLeft) : words.daysOver(-daysLeft)}`
}

/** At once everywhere, in whatever file it stands. */
function Withdraw({ entry: { who, items, state } }: { readonly entry: LedgerEntry }) {
  const { ledger: words, shell } = useWords()
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const published = state === 'public'
  const count = formats.number(items)
  return (
    <>
      <Button weight="main" onPress={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <Sheet
        title={published ? words.withdrawSource(who) : words.withdrawTitle(who)}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        {(close) => (
          <>
            <p>
              {published
                ? words.withdrawSourceText(count, items === 1)
                : words.withdrawText(count, items === 1)}
            </p>
            <p className="actions">
              <Button
                weight="main"
                autoFocus
                onPress={() => {
                  close()
                  void change({ type: 'withdraw', who, published })
                }}
              >
                {words.withdrawDo}
              </Button>
              <Button onPress={close}>{shell.cancel}</Button>
            </p>
          </>
        )}
      </Sheet>
    </>
  )
}
