import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AUDIENCES } from '../renderer/core/item.ts'
import { formatProblem } from '../renderer/core/problem.ts'
import { type CheckResult, checkRoom, isAudience } from './library/check.ts'
import { tellNotShown } from './withheld.ts'

/** npm run check: the library without Electron. `node check.ts DIR [--json] [--audience staff|guests|public]`. */

const USAGE = `npm run check -- DIR [--json] [--audience ${AUDIENCES.join('|')}]

Reads the room in DIR without a wall, and tells every problem and every item that is not shown.
Ends with 0 without errors, 1 with errors, 2 for wrong use.`

interface Asked {
  readonly folder: string
  readonly json: boolean
  readonly audience?: (typeof AUDIENCES)[number] | undefined
}

/** What was asked for, or what is wrong with it. */
export function parseArguments(args: readonly string[]): Asked | { readonly wrong: string } {
  const rest = [...args]
  let json = false
  let audience: Asked['audience']
  let folder: string | undefined
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name, inline] = arg.startsWith('-') ? arg.split(/=(.*)/s) : [undefined, undefined]
    if (arg === '--json') json = true
    else if (name === '--audience') {
      const word = inline ?? rest.shift() ?? ''
      if (!isAudience(word)) return { wrong: `--audience has to be ${AUDIENCES.join(', ')}, not “${word}”.` }
      audience = word
    } else if (name !== undefined) return { wrong: `There is no option ${name}.` }
    else if (folder !== undefined) return { wrong: 'Name one folder.' }
    else folder = arg
  }
  return folder === undefined ? { wrong: 'Name the folder of the room.' } : { folder, json, audience }
}

/** Prints what was found; resolves to the exit code. */
export async function runCheck(args: readonly string[], from: string): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const asked = parseArguments(args)
  if ('wrong' in asked) {
    process.stderr.write(`${asked.wrong}\n\n${USAGE}\n`)
    return 2
  }
  const folder = resolve(from, asked.folder)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    process.stderr.write(`There is no folder ${folder}.\n`)
    return 2
  }
  const progress = makeProgress()
  const result = await checkRoom({
    folder,
    audience: asked.audience,
    now: Date.now(),
    onProgress: progress.tell,
  })
  progress.end()
  process.stdout.write(asked.json ? `${JSON.stringify(result, null, 2)}\n` : told(result))
  return result.problems.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** Lines by place, then the summary. */
export function told(result: CheckResult): string {
  const problems = [...result.problems, ...tellNotShown(result.items)].map((problem) => ({
    path: problem.path,
    line: problem.line ?? 0,
    text: `${formatProblem(problem)}${problem.severity === 'error' ? '' : ` [${problem.severity}]`}`,
  }))
  const lines = problems.toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
  return [...lines.map(({ text }) => text), ...(lines.length > 0 ? [''] : []), ...summary(result), ''].join(
    '\n',
  )
}

function summary({ items, byKind, byStanding, problems }: CheckResult): string[] {
  const kinds = Object.entries(byKind).map(([kind, count]) => `${count} ${kind}`)
  const states = Object.entries(byStanding)
    .filter(([state, count]) => count > 0 && state !== 'problem')
    .map(([state, count]) => `${count} ${state === 'not-yet' ? 'not yet' : state}`)
  const severities = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return `${count} ${severity}${count === 1 ? '' : 's'}`
  })
  return [
    `${items.length} ${items.length === 1 ? 'item' : 'items'}${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}`,
    ...(states.length > 0 ? [`Standing: ${states.join(', ')}`] : []),
    `Problems: ${severities.join(', ')}`,
  ]
}

/** One line that is rewritten, on a terminal only: a hook's log stays clean. */
function makeProgress() {
  const out = process.stderr
  let isTold = false
  return {
    tell: (done: number, total: number): void => {
      if (!out.isTTY) return
      isTold = true
      out.write(`\r\u001b[2KReading the room: ${done} of ${total}`)
    },
    end: (): void => {
      if (isTold) out.write('\r\u001b[2K')
    },
  }
}
