interface Props {
  readonly guesses: readonly number[]
  /** 0..10 */
  readonly figure: number | undefined
}

/** Width of one step of the line, and the size of a guess's square. */
const STEP = 40
const SQUARE = 9
const LEFT = 12
const BASE = 92

/** Guesses as squares that pile up on a line from 0 to 10, and what was measured as a flag. */
export function GuessLine({ guesses, figure }: Props) {
  const x = (value: number): number => LEFT + value * STEP
  return (
    <svg className="line" viewBox="0 0 424 112" aria-hidden="true">
      <path d={`M${x(0)} ${BASE}H${x(10)}`} />
      {Array.from({ length: 11 }, (_, value) => (
        <path key={value} d={`M${x(value)} ${BASE}v5`} />
      ))}
      {[0, 5, 10].map((value) => (
        <text key={value} x={x(value)} y={BASE + 18}>
          {value}
        </text>
      ))}
      {piles(guesses).map(({ guess, count }) =>
        Array.from({ length: Math.min(count, 6) }, (_, n) => (
          <rect
            key={`${guess} ${n}`}
            x={x(guess) - SQUARE / 2}
            y={BASE - 4 - (n + 1) * (SQUARE + 3)}
            width={SQUARE}
            height={SQUARE}
          />
        )),
      )}
      {figure === undefined ? null : (
        <path className="flag" d={`M${x(figure)} ${BASE - 2}l-5 -8h-7v-22h24v22h-7z`} />
      )}
    </svg>
  )
}

function piles(guesses: readonly number[]): { guess: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const guess of guesses) counts.set(guess, (counts.get(guess) ?? 0) + 1)
  return [...counts].map(([guess, count]) => ({ guess, count }))
}
