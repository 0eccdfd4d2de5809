/** How often the app has started itself anew, carried from one start to the next in its own arguments. */

const FLAG = '--relaunches='
/** An app that ran for so long was well: what came before is forgotten. */
const FORGIVEN_MS = 24 * 3_600_000

/** The arguments without the count, and the count: 0 where there is none that makes sense. */
export function takeRelaunches(argv: readonly string[]): {
  readonly argv: readonly string[]
  readonly relaunches: number
} {
  const count = Number(argv.findLast((argument) => argument.startsWith(FLAG))?.slice(FLAG.length) ?? 0)
  return {
    argv: argv.filter((argument) => !argument.startsWith(FLAG)),
    relaunches: Number.isInteger(count) && count > 0 ? count : 0,
  }
}

/** What the next start is to count, after one that ran for `ranMs`. */
export function nextRelaunch(relaunches: number, ranMs: number): number {
  return ranMs >= FORGIVEN_MS ? 1 : relaunches + 1
}

/** Arguments for the next start: those of this one, without the program itself, and the new count. */
export function relaunchArguments(argv: readonly string[], relaunches: number): string[] {
  return [...takeRelaunches(argv).argv.slice(1), `${FLAG}${relaunches}`]
}
