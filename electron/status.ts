import type { Snapshot } from '../renderer/core/contract.ts'
import { formatProblem } from '../renderer/core/problem.ts'
import type { RoomCounts } from './host.ts'

/** Lines for the terminal, each told when it becomes true and not again. */
export interface Status {
  tell(snapshot: Snapshot, counts: RoomCounts): void
}

/** A table can hold thousands of odd rows; a terminal cannot. */
const PROBLEMS_AT_ONCE = 20

export function makeStatus(say: (line: string) => void): Status {
  let told: ReadonlySet<string> = new Set()
  let state = ''

  function tellProblems({ problems }: Snapshot): void {
    const lines = problems.map((problem) => formatProblem(problem))
    const fresh = lines.filter((line) => !told.has(line))
    // Only what holds now is remembered: the list cannot grow, and a problem that comes back is told again.
    told = new Set(lines)
    for (const line of fresh.slice(0, PROBLEMS_AT_ONCE)) say(line)
    if (fresh.length > PROBLEMS_AT_ONCE) say(`... and ${fresh.length - PROBLEMS_AT_ONCE} more.`)
  }

  return {
    tell(snapshot, counts) {
      tellProblems(snapshot)
      if (counts.isReading && snapshot.wall.type === 'play') return
      const line = describe(snapshot, counts)
      if (line !== state) say(line)
      state = line
    },
  }
}

function describe({ room, wall, folderGone }: Snapshot, { total, eligible }: RoomCounts): string {
  if (folderGone) {
    const goesOn = wall.type === 'play' ? ' The wall goes on from its own copy.' : ''
    return `The folder ${room.folder} cannot be reached.${goesOn} Plug it in, mount it, or name another with --content.`
  }
  switch (wall.type) {
    case 'indexing':
      return `Reading ${room.folder} ...`
    case 'empty':
      return `The wall is open on ${room.folder}: nothing to show yet. Put a persona or a quote in it.`
    case 'gone':
      return `The folder ${room.folder} is gone.`
    case 'withheld':
      return `The wall is open on ${room.folder}: ${items(total)}, none of which may be shown now.`
    case 'play':
      return `The wall is open on ${room.folder}: ${items(total)}${eligible < total ? `, ${eligible} of which may be shown now` : ''}.`
  }
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`
}

/** How many different lines are remembered; beyond it old ones may be told again. */
const REMEMBERED = 200

/** Says each line once, however often it is true. */
export function onceEach(say: (line: string) => void): (line: string) => void {
  const told = new Set<string>()
  return (line) => {
    if (told.has(line)) return
    if (told.size >= REMEMBERED) told.clear()
    told.add(line)
    say(line)
  }
}
