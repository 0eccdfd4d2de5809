import type { DifferentLine } from '../../core/line-difference.ts'
import { ScrollBox } from '../kit/ScrollBox.tsx'
import { useWords } from '../words/use-words.ts'

/** A difference as a table of lines: what would go and what would come, with a little of what stays around it. */

const AROUND = 3

type Shown = DifferentLine | { readonly is: 'left-out'; readonly count: number }

/** Lines far from any difference are told by their number alone. */
function shownOf(lines: readonly DifferentLine[]): readonly Shown[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ is }) => is !== 'same')
  const shown: Shown[] = []
  for (const [at, line] of lines.entries()) {
    const last = shown.at(-1)
    if (isNear(at)) shown.push(line)
    else if (last?.is === 'left-out') shown[shown.length - 1] = { is: 'left-out', count: last.count + 1 }
    else shown.push({ is: 'left-out', count: 1 })
  }
  return shown
}

interface Props {
  readonly lines: readonly DifferentLine[]
}

const SIGNS = { same: ' ', gone: '−', come: '+' } as const

export function Inline({ lines }: Props) {
  const { changes: words } = useWords()
  return (
    <ScrollBox label={words.difference}>
      <table className="difference">
        <caption className="unseen">{words.difference}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{words.lineNow}</th>
            <th scope="col">{words.lineThen}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.line}</th>
          </tr>
        </thead>
        <tbody>
          {shownOf(lines).map((line, at) =>
            line.is === 'left-out' ? (
              <LeftOut key={at} count={line.count} columns={4} />
            ) : (
              <tr key={at} className={line.is}>
                <td className="number">{line.before}</td>
                <td className="number">{line.after}</td>
                <td className="sign">
                  <span aria-hidden="true">{SIGNS[line.is]}</span>
                  <span className="unseen">{words.is[line.is]}</span>
                </td>
                <td className="text">{line.text}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollBox>
  )
}

export function SideBySide({ lines }: Props) {
  const { changes: words } = useWords()
  return (
    <ScrollBox label={words.difference}>
      <table className="difference beside">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {words.now}
            </th>
            <th scope="col" colSpan={2}>
              {words.thisVersion}
            </th>
          </tr>
        </thead>
        <tbody>
          {paired(shownOf(lines)).map(([left, right], at) =>
            left?.is === 'left-out' ? (
              <LeftOut key={at} count={left.count} columns={4} />
            ) : (
              <tr key={at}>
                <td className="number">{isLine(left) ? left.before : null}</td>
                <td className={`text ${isLine(left) ? left.is : 'none'}`}>
                  {isLine(left) ? left.text : null}
                </td>
                <td className="number">{isLine(right) ? right.after : null}</td>
                <td className={`text ${isLine(right) ? right.is : 'none'}`}>
                  {isLine(right) ? right.text : null}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function isLine(shown: Shown | undefined): shown is DifferentLine {
  return shown !== undefined && shown.is !== 'left-out'
}

/** What went stands beside what came in its place. */
function paired(shown: readonly Shown[]): readonly (readonly [Shown | undefined, Shown | undefined])[] {
  const pairs: [Shown | undefined, Shown | undefined][] = []
  let gone: number[] = []
  for (const line of shown) {
    if (line.is === 'gone') gone.push(pairs.push([line, undefined]) - 1)
    else if (line.is === 'come') {
      const at = gone.shift()
      if (at === undefined) pairs.push([undefined, line])
      else pairs[at] = [pairs[at]?.[0], line]
    } else {
      gone = []
      pairs.push([line, line])
    }
  }
  return pairs
}

function LeftOut({ count, columns }: { readonly count: number; readonly columns: number }) {
  const { changes: words } = useWords()
  return (
    <tr className="left-out">
      <td colSpan={columns}>{words.same(count)}</td>
    </tr>
  )
}
