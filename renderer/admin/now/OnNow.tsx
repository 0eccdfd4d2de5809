import { useEffect, useState } from 'react'
import type { OnNow as On } from '../../core/admin/now.ts'
import type { AdminView, Snapshot } from '../../core/contract.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import type { LiveWall } from './use-live.ts'
import { useReasons } from './use-reasons.ts'

interface Props {
  readonly snapshot: Snapshot
  readonly admin: AdminView
  readonly wall: LiveWall
}

/** What is on, for how long, why, and a word to it. */
export function OnNow({ snapshot, admin, wall }: Props) {
  const { now: words, kinds } = useWords()
  const on = wall.live?.on
  if (!on) return <Nothing snapshot={snapshot} heading={admin.hasWall ? words.on : words.wouldBe} />
  const isPinned = admin.pinned.some(({ id }) => id === on.itemId)
  const screens = [snapshot.screen.name]
  const pin = (): void => {
    if (isPinned) void change({ type: 'release', what: 'pin', screen: snapshot.screen.name, item: on.itemId })
    else void change({ type: 'order', order: { what: 'pin', item: on.itemId, screens } })
  }
  return (
    <section className="on-now" aria-labelledby="on-now">
      <h2 id="on-now">{admin.hasWall ? words.on : words.wouldBe}</h2>
      <p className="lead">{on.title}</p>
      <p className="quiet">
        {kinds[on.kind] ?? on.kind}
        {on.part.count > 1 ? `, ${words.part(on.part.index + 1, on.part.count)}` : ''}
        {admin.hasWall ? <Left on={on} aheadMs={wall.aheadMs} /> : null}
      </p>
      <Why reasons={on.reasons} />
      <p className="actions">
        <Button
          onPress={() => void bridge.call('skip', { playId: on.playId })}
          // There is nothing to go on to.
          isDisabled={isPinned && admin.pinned.length === 1}
        >
          {words.skip}
        </Button>
        {admin.hasWall ? (
          <Button onPress={() => void bridge.call('replay', { playId: on.playId })}>{words.replay}</Button>
        ) : null}
        <Button onPress={pin}>{isPinned ? words.unpin : words.pin}</Button>
      </p>
    </section>
  )
}

function Nothing({ snapshot, heading }: { readonly snapshot: Snapshot; readonly heading: string }) {
  const { now: words } = useWords()
  const { type } = snapshot.wall
  return (
    <section className="on-now" aria-labelledby="on-now">
      <h2 id="on-now">{heading}</h2>
      <p className="lead">{type === 'play' ? words.coming : words.nothing[type]}</p>
      {snapshot.wall.type === 'message' ? <p className="voice">{snapshot.wall.message}</p> : null}
    </section>
  )
}

function Why({ reasons }: Pick<On, 'reasons'>) {
  const { now: words } = useWords()
  const told = useReasons()
  return (
    <p>
      <span className="quiet">{words.because}: </span>
      {told(reasons)}
    </p>
  )
}

/** Since when, and how long to go. */
function Left({ on, aheadMs }: { readonly on: On; readonly aheadMs: number }) {
  const { now: words } = useWords()
  const formats = useFormats()
  const now = useSeconds() + aheadMs
  if (on.since === undefined) return <>, {words.coming}</>
  const left = on.until === undefined ? words.held : words.left(formats.span(Math.max(0, on.until - now)))
  return (
    <>
      , {words.since(formats.time(on.since))}, {left}
    </>
  )
}

/** The time by this machine, every second; ms since 1970 UTC. */
function useSeconds(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
