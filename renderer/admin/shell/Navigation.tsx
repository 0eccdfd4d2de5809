import { type KeyboardEvent, useRef } from 'react'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { useAdminView, useMirror } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Preferences } from './Preferences.tsx'
import { PLACES, type PlaceName, routeTo } from './route.ts'
import { Work } from './Work.tsx'

interface Props {
  readonly place: PlaceName
  readonly onKeys: () => void
}

/** The room's name, its places, and what is about this window. */
export function Navigation({ place, onKeys }: Props) {
  const { shell } = useWords()
  const name = useMirror((mirror) => mirror.snapshot?.room.name ?? '')
  const folder = useMirror((mirror) => mirror.snapshot?.room.folder ?? '')
  const admin = useAdminView()
  return (
    <header className="side">
      <div className="room-name">
        <p className="name">{name}</p>
        <p className="folder" title={folder}>
          <bdi>{folder}</bdi>
        </p>
      </div>
      <nav aria-label={shell.places}>
        <PlaceList place={place} />
      </nav>
      <Work place={place} />
      <div className="about">
        <Preferences />
        <p className="links">
          <Button weight="plain" onPress={onKeys}>
            {shell.keys}
          </Button>
          {admin?.hasWall ? (
            <>
              <Button weight="plain" onPress={() => void bridge.call('lock')}>
                {shell.lock}
              </Button>
              <Button weight="plain" onPress={() => window.close()}>
                {shell.back}
              </Button>
            </>
          ) : null}
        </p>
      </div>
    </header>
  )
}

/** One stop of the Tab key; arrows, Home and End go from place to place. */
function PlaceList({ place }: { readonly place: PlaceName }) {
  const { shell } = useWords()
  const list = useRef<HTMLUListElement>(null)

  function move(event: KeyboardEvent): void {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const to = targetOf(event.key, at, links.length)
    if (to === undefined) return
    event.preventDefault()
    links[to]?.focus()
  }

  return (
    <ul ref={list} onKeyDown={move}>
      {PLACES.map((name) => (
        <li key={name}>
          <a
            href={routeTo(name)}
            aria-current={name === place ? 'page' : undefined}
            tabIndex={name === place ? 0 : -1}
          >
            {shell.place[name]}
            <Count name={name} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown' || key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** How many wait there. */
function Count({ name }: { readonly name: PlaceName }) {
  const formats = useFormats()
  const { shell } = useWords()
  const problems = useMirror(
    (mirror) => mirror.snapshot?.problems.filter(({ severity }) => severity !== 'note').length ?? 0,
  )
  if (name !== 'worklist' || problems === 0) return null
  return (
    <span className="count" title={shell.toLookAt(problems)}>
      {formats.number(problems)}
    </span>
  )
}
