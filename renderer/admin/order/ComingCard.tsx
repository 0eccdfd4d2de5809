import { useEffect, useRef, useState } from 'react'
import type { Upcoming } from '../../core/admin/now.ts'
import { Thumbnail } from '../kit/Thumbnail.tsx'
import { useMirror } from '../mirror.ts'
import { useReasons } from '../now/use-reasons.ts'
import { routeTo } from '../shell/route.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** One that comes: its first slide as the wall will draw it, when, and why. */
export function ComingCard({ coming }: { readonly coming: Upcoming }) {
  const { kinds } = useWords()
  const formats = useFormats()
  const told = useReasons()
  const { itemId, kind, title, at, reasons } = coming
  return (
    <li className="coming">
      <FirstSlide itemId={itemId} title={title} />
      <p className="quiet tabular">
        <time dateTime={new Date(at).toISOString()}>{formats.time(at)}</time>, {kinds[kind] ?? kind}
      </p>
      <a className="title" href={routeTo('library', itemId)} dir="auto">
        {title}
      </a>
      <p className="quiet why">{told(reasons)}</p>
    </li>
  )
}

/** Drawn while it is in sight. */
function FirstSlide({ itemId, title }: Pick<Upcoming, 'itemId' | 'title'>) {
  const box = useRef<HTMLDivElement>(null)
  const room = useMirror((mirror) => mirror.snapshot?.room)
  const screen = useMirror((mirror) => mirror.snapshot?.screen)
  const isSeen = useIsSeen(box)
  return (
    <div ref={box} className="slide-box">
      {isSeen && room && screen ? (
        <Thumbnail id={itemId} version={title} room={room} screen={screen} />
      ) : null}
    </div>
  )
}

function useIsSeen(box: { readonly current: HTMLElement | null }): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!box.current) return
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false), {
      rootMargin: '200px',
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return isSeen
}
