import { useMirror } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { NextList } from './NextList.tsx'
import { OnNow } from './OnNow.tsx'
import { Orders } from './Orders.tsx'
import { Sight } from './Sight.tsx'
import { useLive } from './use-live.ts'

/** The wall at this moment, and what a curator can do to it. */
export function NowPlace() {
  const { now: words } = useWords()
  const formats = useFormats()
  const wall = useLive()
  const snapshot = useMirror((mirror) => mirror.snapshot)
  if (!snapshot?.admin) return null
  const { counts, hasWall, hours } = snapshot.admin
  const until = hours.until === undefined ? undefined : formats.moment(hours.until, Date.now() + wall.aheadMs)
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet">
        {hasWall ? (hours.isOn ? words.isOn(until) : words.isOff(until)) : words.desk}{' '}
        {words.mayShow(formats.number(counts.eligible), formats.number(counts.total))}
      </p>
      <div className="now-parts">
        <div className="now-main">
          <Sight snapshot={snapshot} wall={wall} />
          <OnNow snapshot={snapshot} admin={snapshot.admin} wall={wall} />
        </div>
        <div className="now-side">
          <Orders snapshot={snapshot} admin={snapshot.admin} aheadMs={wall.aheadMs} />
          <NextList />
        </div>
      </div>
    </>
  )
}
