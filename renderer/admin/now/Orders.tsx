import { useState } from 'react'
import type { ChangeOf } from '../../core/admin/change.ts'
import type { AdminView, Snapshot } from '../../core/contract.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { SpanMenu } from '../kit/SpanMenu.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { SoundControl } from './SoundControl.tsx'
import { TakeoverSheet } from './TakeoverSheet.tsx'

interface Props {
  readonly snapshot: Snapshot
  readonly admin: AdminView
  readonly aheadMs: number
}

/** What somebody ordered for this moment, and how to order something else. */
export function Orders({ snapshot, admin, aheadMs }: Props) {
  const { now: words } = useWords()
  const formats = useFormats()
  const [isTaking, setTaking] = useState(false)
  const screen = snapshot.screen.name
  const screens = [screen]
  const { type } = admin.order
  const now = (): number => Date.now() + aheadMs
  const release = (what: ChangeOf<'release'>['what']): void => void change({ type: 'release', what, screen })
  const isTaken = type === 'takeover' || type === 'message'
  return (
    <section className="orders" aria-labelledby="orders">
      <h2 id="orders">{words.orders}</h2>
      <p>
        <InForce admin={admin} now={now()} />{' '}
        {admin.visitors
          ? words.visitorsUntil(
              words.audience[admin.visitors.audience],
              formats.moment(admin.visitors.until, now()),
            )
          : null}
      </p>
      <p className="actions">
        {type === 'pause' ? (
          <Button onPress={() => release('pause')}>{words.resume}</Button>
        ) : (
          <SpanMenu
            label={words.pause}
            menuLabel={words.pauseFor}
            now={now}
            onChoose={(until) => void change({ type: 'order', order: { what: 'pause', until, screens } })}
          />
        )}
        {isTaken ? (
          <Button onPress={() => release('takeover')}>{words.endTakeover}</Button>
        ) : (
          <Button onPress={() => setTaking(true)}>{words.takeOver}</Button>
        )}
        {type === 'pin' ? <Button onPress={() => release('pin')}>{words.unpin}</Button> : null}
        <Visitors
          screens={screens}
          now={now}
          isOn={admin.visitors !== undefined}
          onEnd={() => release('visitors')}
        />
      </p>
      <SoundControl screen={snapshot.screen} />
      <TakeoverSheet isOpen={isTaking} onOpenChange={setTaking} screen={screen} admin={admin} now={now} />
    </section>
  )
}

function InForce({ admin, now }: { readonly admin: AdminView; readonly now: number }) {
  const { now: words } = useWords()
  const formats = useFormats()
  const { type, until } = admin.order
  const end = until === undefined ? '' : formats.moment(until, now)
  switch (type) {
    case 'none':
      return words.noOrder
    case 'pause':
      return words.pausedUntil(end)
    case 'message':
    case 'takeover':
      return words.takenUntil(end)
    case 'pin':
      return words.pinned(formats.list(admin.pinned.map(({ title }) => `“${title}”`)))
  }
}

interface VisitorsProps {
  readonly screens: string[]
  readonly now: () => number
  readonly isOn: boolean
  readonly onEnd: () => void
}

function Visitors({ screens, now, isOn, onEnd }: VisitorsProps) {
  const { now: words } = useWords()
  if (isOn) return <Button onPress={onEnd}>{words.endVisitors}</Button>
  return (
    <SpanMenu
      label={words.visitors}
      menuLabel={words.visitorsFor}
      now={now}
      onChoose={(until) =>
        void change({ type: 'order', order: { what: 'visitors', audience: 'guests', until, screens } })
      }
    />
  )
}
