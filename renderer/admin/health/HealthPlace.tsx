import type { HealthAnswer } from '../../core/admin/health.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { Facts } from '../kit/Facts.tsx'
import { Trouble, Waiting } from '../kit/States.tsx'
import { saveFile } from '../kit/save-file.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useAdminView } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { ClockFacts } from './ClockFacts.tsx'
import { Events } from './Events.tsx'

/** Figures that move by themselves are looked at again so often. */
const EVERY_MS = 10_000

/** How library, wall, disk, clock and displays fare, and a file of it for whoever helps. */
export function HealthPlace() {
  const { health: words } = useWords()
  const { answer, error, again } = useAsked('health', [], { everyMs: EVERY_MS })
  const save = async (): Promise<void> => {
    const { name, text } = await bridge.call('supportFile')
    await saveFile(name, text, words.supportSaved)
  }
  return (
    <>
      <h1>{words.title}</h1>
      <p className="support">
        <Button onPress={() => void save()}>{words.support}</Button>
        <span className="quiet">{words.supportHint}</span>
      </p>
      {error === undefined ? null : <Trouble error={error} onAgain={again} />}
      {answer ? <HealthFacts health={answer} /> : <Waiting />}
    </>
  )
}

function HealthFacts({ health }: { readonly health: HealthAnswer }) {
  const { health: words } = useWords()
  const formats = useFormats()
  return (
    <div className="health-parts">
      <LibraryFacts library={health.library} />
      <WallFacts health={health} />
      <MachineFacts health={health} />
      <ClockFacts clock={health.clock} />
      <Facts
        title={words.problems}
        facts={(['error', 'warning', 'note'] as const).map((severity) => [
          words.severity[severity],
          formats.number(health.problems[severity]),
        ])}
      />
      <Facts
        title={words.versions}
        facts={[...Object.entries(health.versions), [words.platform, health.platform]]}
      />
      <Events health={health} />
    </div>
  )
}

function LibraryFacts({ library }: Pick<HealthAnswer, 'library'>) {
  const { health: words, kinds } = useWords()
  const formats = useFormats()
  const byKind = Object.entries(library.byKind).map(
    ([kind, count]) => `${kinds[kind] ?? kind} ${formats.number(count)}`,
  )
  const unreachable = <strong className="signal">{words.unreachable}</strong>
  return (
    <Facts
      title={words.library}
      facts={[
        [words.items, words.shown(formats.number(library.shown), formats.number(library.items))],
        ...(byKind.length === 0 ? [] : [['', byKind.join(', ')] as const]),
        [words.reading, library.isReading ? words.yes : words.no],
        [words.folder, library.isFolderReachable ? words.reachable : unreachable],
        [words.search, library.isSearchWhole ? words.searchWhole : words.searchBehind],
        [words.derived, formats.bytes(library.indexBytes + library.searchBytes)],
      ]}
    />
  )
}

function WallFacts({ health: { wall } }: { readonly health: HealthAnswer }) {
  const { health: words } = useWords()
  const formats = useFormats()
  const hasWall = useAdminView()?.hasWall ?? true
  const { lastPaintAt } = wall
  if (!hasWall)
    return (
      <Facts title={words.wall} facts={[]}>
        <p className="quiet">{words.noWall}</p>
      </Facts>
    )
  return (
    <Facts
      title={words.wall}
      facts={[
        [words.screen, wall.screen],
        [words.state, words.states[wall.what] ?? wall.what],
        [words.lastPaint, lastPaintAt === undefined ? words.never : formats.dateTime(lastPaintAt)],
        [words.playsToday, formats.number(wall.playsToday)],
      ]}
    />
  )
}

function MachineFacts({ health }: { readonly health: HealthAnswer }) {
  const { health: words } = useWords()
  const formats = useFormats()
  const { freeBytes, totalBytes, recordBytes } = health.disk
  const hasWall = useAdminView()?.hasWall ?? true
  const isKnown = freeBytes !== undefined && totalBytes !== undefined
  const { memoryMb } = health
  return (
    <Facts
      title={words.machine}
      facts={[
        [
          words.disk,
          isKnown ? words.diskOf(formats.bytes(freeBytes), formats.bytes(totalBytes)) : words.unknown,
        ],
        [words.record, formats.bytes(recordBytes)],
        [words.memory, memoryMb === undefined ? words.unknown : words.megabytes(formats.number(memoryMb))],
        [words.running, formats.dateTime(health.startedAt)],
        ...health.displays.map((display, index): [string, string] => {
          const size = words.display(display.widthPx, display.heightPx)
          const name = `${words.displayOf} ${index + 1}`
          return [
            name,
            [display.name, size, display.isWall && hasWall ? words.isWall : ''].filter(Boolean).join(', '),
          ]
        }),
      ]}
    />
  )
}
