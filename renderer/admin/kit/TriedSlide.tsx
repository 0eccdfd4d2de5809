import { useEffect, useState } from 'react'
import type { Change } from '../../core/admin/change.ts'
import type { Tried } from '../../core/admin/try-change.ts'
import type { Unfit } from '../../ui/slide-props.ts'
import { bridge } from '../bridge.ts'
import { useMirror } from '../mirror.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'
import { SlidePreview } from './SlidePreview.tsx'

interface Props {
  readonly id: string
  /** What somebody is writing and has not saved; the item as it is where nothing is changed. */
  readonly change: Change | undefined
}

/** So long after the last key it is looked at what it would come to, ms. */
const TRY_AFTER_MS = 350
/** A change that changes nothing: the item as it is. */
const asItIs = (id: string): Change => ({ type: 'fields', items: [id], fields: {} })

/** The slides of an item as a change would make them on this machine's screen, and whether each of them fits. */
export function TriedSlide({ id, change }: Props) {
  const { worklist: words } = useWords()
  const spoken = useSpoken()
  const room = useMirror((mirror) => mirror.snapshot?.room)
  const screen = useMirror((mirror) => mirror.snapshot?.screen)
  const tried = useTried(id, change)
  if (!tried || !room || !screen) return null
  if (!tried.ok)
    return (
      <ul className="wrong" role="status">
        {tried.problems.map(({ field, message, hint }) => (
          <li key={`${field} ${message}`}>
            <strong className="signal">{spoken(message)}</strong>{' '}
            <span className="quiet">{spoken(hint)}</span>
          </li>
        ))}
      </ul>
    )
  if (tried.views.length === 0) return null
  return (
    <div className="tried">
      {tried.views.length > 1 ? <p className="quiet">{words.slides(tried.views.length)}</p> : null}
      {tried.views.map((view) => (
        <OneSlide key={view.playId} view={view} room={room} screen={screen} />
      ))}
    </div>
  )
}

type Mirrored = Parameters<typeof SlidePreview>[0]

function OneSlide({
  view,
  room,
  screen,
}: { readonly view: Mirrored['play'] } & Pick<Mirrored, 'room' | 'screen'>) {
  const { worklist: words, item } = useWords()
  const [unfit, setUnfit] = useState<Unfit>()
  return (
    <figure>
      <SlidePreview play={view} room={room} screen={{ ...screen, reducedMotion: true }} onUnfit={setUnfit} />
      <figcaption role="status">
        {unfit ? (
          <strong className="signal">{item.unfit(unfit.words, unfit.holds)}</strong>
        ) : (
          <span className="quiet">{words.fits}</span>
        )}
      </figcaption>
    </figure>
  )
}

function useTried(id: string, change: Change | undefined): Tried | undefined {
  const [tried, setTried] = useState<Tried>()
  const key = JSON.stringify(change ?? asItIs(id))
  useEffect(() => {
    let isLate = false
    const timer = setTimeout(() => {
      bridge.call('tryChange', { id, change: JSON.parse(key) as Change }).then(
        (answer) => isLate || setTried(answer),
        (error: unknown) => console.error(error),
      )
    }, TRY_AFTER_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [key, id])
  return tried
}
