import { useState } from 'react'
import type { ChangeOf } from '../../core/admin/change.ts'
import type { AdminView, ScreenNow, Snapshot } from '../../core/contract.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { change } from '../kit/change.ts'
import { SpanMenu } from '../kit/SpanMenu.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { PinSheet } from './PinSheet.tsx'
import { SoundControl } from './SoundControl.tsx'
import { TakeoverSheet } from './TakeoverSheet.tsx'

interface Props {
  readonly snapshot: Snapshot
  readonly admin: AdminView
  readonly aheadMs: number
}

/** What somebody ordered for this moment on a screen of the room, and how to order something else. */
export function Orders({ snapshot, admin, aheadMs }: Props) {
  const { now: words } = useWords()
  const own: ScreenNow = { ...admin, name: snapshot.screen.name }
  const screens = [own, ...admin.elsewhere]
  const [name, setName] = useState(own.name)
  const chosen = screens.find((each) => each.name === name) ?? own
  const now = (): number => Date.now() + aheadMs
  return (
    <section className="orders" aria-labelledby="orders">
      <h2 id="orders">{words.orders}</h2>
      {screens.length > 1 ? (
        <Choice
          label={words.screen}
          value={chosen.name}
          options={screens.map((each) => ({
            value: each.name,
            label: each === own && admin.hasWall ? words.ownScreen(each.name) : each.name,
          }))}
          onChange={setName}
        />
      ) : null}
      <ScreenOrders key={chosen.name} screen={ended(chosen, now())} isOwn={chosen === own} now={now} />
    </section>
  )
}

/** Of another screen nobody tells this window when an order has ended. */
function ended(screen: ScreenNow, now: number): ScreenNow {
  const { order, visitors } = screen
  return {
    ...screen,
    order: order.until !== undefined && order.until <= now ? { type: 'none' } : order,
    visitors: visitors && visitors.until > now ? visitors : undefined,
  }
}

interface OrdersProps {
  readonly screen: ScreenNow
  /** The one of this machine. */
  readonly isOwn: boolean
  readonly now: () => number
}

function ScreenOrders({ screen, isOwn, now }: OrdersProps) {
  const { now: words } = useWords()
  const formats = useFormats()
  const [sheet, setSheet] = useState<'takeover' | 'pin'>()
  const { name, visitors, hours } = screen
  const { type } = screen.order
  const release = (what: ChangeOf<'release'>['what']): void =>
    void change({ type: 'release', what, screen: name })
  const until = hours.until === undefined ? undefined : formats.moment(hours.until, now())
  return (
    <>
      <p>
        {isOwn ? null : `${hours.isOn ? words.isOn(until) : words.isOff(until)} `}
        <InForce screen={screen} now={now()} />{' '}
        {visitors
          ? words.visitorsUntil(words.audience[visitors.audience], formats.moment(visitors.until, now()))
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
            onChoose={(end) =>
              void change({ type: 'order', order: { what: 'pause', until: end, screens: [name] } })
            }
          />
        )}
        {type === 'takeover' || type === 'message' ? (
          <Button onPress={() => release('takeover')}>{words.endTakeover}</Button>
        ) : (
          <Button onPress={() => setSheet('takeover')}>{words.takeOver}</Button>
        )}
        {type === 'pin' ? <Button onPress={() => release('pin')}>{words.unpin}</Button> : null}
        <Button onPress={() => setSheet('pin')}>{words.pinItem}</Button>
        <Visitors screen={name} now={now} isOn={visitors !== undefined} onEnd={() => release('visitors')} />
      </p>
      <SoundControl screen={screen} />
      {isOwn ? null : <p className="quiet">{words.elsewhere}</p>}
      <TakeoverSheet
        isOpen={sheet === 'takeover'}
        onOpenChange={(isOpen) => setSheet(isOpen ? 'takeover' : undefined)}
        screen={name}
        now={now}
      />
      <PinSheet
        isOpen={sheet === 'pin'}
        onOpenChange={(isOpen) => setSheet(isOpen ? 'pin' : undefined)}
        screen={name}
      />
    </>
  )
}

function InForce({ screen, now }: { readonly screen: ScreenNow; readonly now: number }) {
  const { now: words } = useWords()
  const formats = useFormats()
  const { type, until } = screen.order
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
      return words.pinned(formats.list(screen.pinned.map(({ title }) => `“${title}”`)))
  }
}

interface VisitorsProps {
  readonly screen: string
  readonly now: () => number
  readonly isOn: boolean
  readonly onEnd: () => void
}

function Visitors({ screen, now, isOn, onEnd }: VisitorsProps) {
  const { now: words } = useWords()
  if (isOn) return <Button onPress={onEnd}>{words.endVisitors}</Button>
  return (
    <SpanMenu
      label={words.visitors}
      menuLabel={words.visitorsFor}
      now={now}
      onChoose={(until) =>
        void change({
          type: 'order',
          order: { what: 'visitors', audience: 'guests', until, screens: [screen] },
        })
      }
    />
  )
}
