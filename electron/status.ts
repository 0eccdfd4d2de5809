import { accessSync, constants, statSync, writeFileSync } from 'node:fs'
import type { Snapshot } from '../renderer/core/contract.ts'
import { formatProblem, type Problem } from '../renderer/core/problem.ts'
import type { RoomCounts } from './host-parts.ts'

/** Lines for the terminal, each told when it becomes true and not again. */
export interface Status {
  tell(snapshot: Snapshot, counts: RoomCounts): void
}

export interface StatusParts {
  readonly say: (line: string) => void
  /** A text file that always holds every problem there is now. */
  readonly list: string
}

/** A table can hold thousands of odd rows; a terminal cannot. */
const PROBLEMS_AT_ONCE = 20
/** Notes tell what was inferred, a handful for each file of a real organisation: more than these are only counted. */
const NOTES_AT_ONCE = 5

export function makeStatus({ say, list }: StatusParts): Status {
  let told: ReadonlySet<string> = new Set()
  let listed = ''
  let state = ''

  function tellProblems({ problems, room }: Snapshot): void {
    const fresh = problems.filter((problem) => !told.has(formatProblem(problem)))
    // Only what holds now is remembered: the list cannot grow, and a problem that comes back is told again.
    told = new Set(problems.map(formatProblem))
    const place = keepList(problems, room.folder) ? `: see ${list}` : '.'
    const grave = bySeverity(fresh).filter(({ severity }) => severity !== 'note')
    for (const problem of grave.slice(0, PROBLEMS_AT_ONCE)) say(formatProblem(problem))
    if (grave.length > PROBLEMS_AT_ONCE)
      say(`... and ${grave.length - PROBLEMS_AT_ONCE} more to look at${place}`)
    const notes = fresh.filter(({ severity }) => severity === 'note')
    if (notes.length <= NOTES_AT_ONCE) for (const note of notes) say(formatProblem(note))
    else say(`${notes.length} notes on what was read, and how, in ${filesOf(notes)}${place}`)
  }

  /** Writes the list where it has changed; false where that is impossible, and the terminal has to do. */
  function keepList(problems: readonly Problem[], folder: string): boolean {
    const text = listText(problems, folder)
    if (text === listed) return true
    try {
      writeFileSync(list, text)
      listed = text
      return true
    } catch {
      return false
    }
  }

  return {
    tell(snapshot, counts) {
      if (!counts.isReading) tellProblems(snapshot)
      else if (snapshot.wall.type === 'play') return
      const line = describe(snapshot, counts)
      if (line !== state) say(line)
      state = line
    },
  }
}

const ORDER: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, note: 2 }

function bySeverity(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
}

function filesOf(problems: readonly Problem[]): string {
  const count = new Set(problems.map(({ path }) => path)).size
  return count === 1 ? '1 file' : `${count} files`
}

/** The list for a person: what keeps items off the wall comes first. */
function listText(problems: readonly Problem[], folder: string): string {
  const head = `What was noticed in ${folder}. An error keeps its item off the wall; a warning or a note does not.`
  const lines = bySeverity(problems).map((problem) => `${problem.severity}: ${formatProblem(problem)}`)
  return `${[head, '', ...(lines.length > 0 ? lines : ['Nothing.'])].join('\n')}\n`
}

function describe({ room, wall, folderGone, now, admin }: Snapshot, { total, eligible }: RoomCounts): string {
  if (folderGone) {
    const goesOn = wall.type === 'play' ? ' The wall goes on from its own copy.' : ''
    return `The folder ${room.folder} cannot be reached.${goesOn} Plug it in, mount it, or name another with --content.`
  }
  const opening = `${admin?.hasWall === false ? 'Curating' : 'The wall is open on'} ${room.folder}`
  switch (wall.type) {
    case 'indexing':
      return `Reading ${room.folder} ...`
    case 'empty':
      return `${opening}: nothing to show yet. Put a persona or a quote in it.`
    case 'gone':
      return `The folder ${room.folder} is gone.`
    case 'off':
      return now?.screen ?? 'The screen is off: these are not its hours.'
    case 'message':
      return `The wall shows a message of its curator. ${now?.order ?? ''}`.trimEnd()
    case 'visit':
      return 'A visitor explores the booth.'
    case 'chair':
      return `The customer chair is open on ${room.folder}: ${items(total)}.`
    case 'withheld':
      return `${opening}: ${items(total)}, none of which may be shown now.`
    case 'play':
      return `${opening}: ${items(total)}${eligible < total ? `, ${eligible} of which may be shown now` : ''}.`
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

/** What a person can put right about the content folder before the library has looked at it. */
export function folderTrouble(folder: string): string | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return `There is no folder ${folder}. Name the folder of the room with --content.`
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return undefined
  } catch {
    return `The folder ${folder} may not be opened. Give the account that runs the wall the right to read it.`
  }
}
