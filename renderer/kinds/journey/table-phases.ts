import { booleanOf, textsOf } from '../../core/draft-values.ts'
import { minutesOf } from '../../core/written-minutes.ts'
import { ROW_FIELDS, type RowField } from './columns.ts'
import type { NamedRow } from './table.ts'

/** Phases out of rows or lanes, under the names that a YAML file would have, and the line of each. */
export interface PhaseLines {
  readonly phases: readonly Readonly<Record<string, unknown>>[]
  readonly lines: Readonly<Record<string, number>>
}

/** Rows that follow one another in one phase are that phase; without a column of phases each touchpoint or step is one. */
export function phasesOfRows(rows: readonly NamedRow[]): PhaseLines {
  const by: RowField = rows.some(({ cells }) => cells.phase)
    ? 'phase'
    : rows.some(({ cells }) => cells.touchpoint)
      ? 'touchpoint'
      : 'step'
  const runs: { name: string; rows: NamedRow[] }[] = []
  for (const row of rows) {
    if (!hasContent(row)) continue
    const name = nameOf(row, by)
    const last = runs.at(-1)
    if (last && (name === undefined || last.name.toLowerCase() === name.toLowerCase())) last.rows.push(row)
    else if (name !== undefined) runs.push({ name, rows: [row] })
  }
  return {
    phases: runs.map(({ name, rows: own }) => phaseOf(name, own, by)),
    lines: linesOf(runs.map(({ rows: own }) => own)),
  }
}

/** Phases are the columns, and each row of the table is about one thing in all of them. */
export function phasesOfLanes(headers: readonly string[], lanes: readonly NamedRow[]): PhaseLines {
  const phases = headers.map((header, place) => {
    const cells: Partial<Record<RowField, string[]>> = {}
    for (const lane of lanes) {
      for (const field of ROW_FIELDS) {
        const cell = lane.cells[field]?.[place] ?? ''
        if (cell !== '') cells[field] = [...(cells[field] ?? []), cell]
      }
    }
    return phaseOf(header.replace(/\s\(\d+\)$/, ''), [{ line: 1, cells, rest: {} }], 'phase')
  })
  const lines: Record<string, number> = { phases: 1 }
  const felt = lanes.find(({ cells }) => cells.emotion)?.line
  for (const index of phases.keys()) if (felt !== undefined) lines[`phases[${index}].emotion`] = felt
  return { phases, lines }
}

/** A number alone is no content: it numbers a row that is still empty. */
function hasContent({ cells }: NamedRow): boolean {
  const ABOUT: readonly string[] = ['order', 'journey', 'scenario', 'persona', 'actor', 'state', 'owner']
  return Object.keys(cells).some((field) => !ABOUT.includes(field))
}

function nameOf({ cells }: NamedRow, by: RowField): string | undefined {
  return (cells[by] ?? (by === 'phase' ? undefined : (cells.step ?? cells.touchpoint)))?.[0]
}

function phaseOf(name: string, rows: readonly NamedRow[], by: RowField): Readonly<Record<string, unknown>> {
  const all = (field: RowField): string[] => rows.flatMap(({ cells }) => cells[field] ?? [])
  const listed = (field: RowField): string[] => [...new Set(all(field).flatMap(textsOf))]
  const moment = rows.find(({ cells }) => isMarked(cells.moment_of_truth?.[0]))
  return present({
    name,
    steps: rows.flatMap((row) => stepsOf(row, name, by)),
    emotion: all('emotion'),
    moment_of_truth: moment === undefined ? undefined : true,
    quote: moment?.cells.quote?.[0] ?? all('quote')[0],
    pains: listed('pains'),
    opportunities: listed('opportunities'),
    backstage: listed('backstage').join('; '),
    assumed: rows.some(({ cells }) => isMarked(cells.assumed?.[0])) ? true : undefined,
    planned_minutes: sum(all('planned_minutes')),
    real_minutes: sum(all('real_minutes')),
  })
}

/** What she does is the step; a row without it is the touchpoint itself. What the phase is called is not said again. */
function stepsOf({ cells }: NamedRow, name: string, by: RowField): Readonly<Record<string, unknown>>[] {
  const touchpoint = cells.touchpoint?.join(', ')
  const channel = cells.channel?.join(', ')
  const written = (cells.step ?? []).flatMap(textsOf)
  const texts = written.length > 0 ? written : by === 'phase' && touchpoint !== undefined ? [touchpoint] : []
  return texts
    .filter((text) => text !== name)
    .map((text) => present({ text, touchpoint: text === touchpoint ? undefined : touchpoint, channel }))
}

const NOTHING = /^(?:-|–|—|none|n\/?a|nil|nein|non|false)$/i

/** A cross, a star, a sentence about it: whatever is written marks it, but a no. */
function isMarked(cell: string | undefined): boolean {
  return cell !== undefined && !NOTHING.test(cell) && (booleanOf(cell) ?? true)
}

function sum(cells: readonly string[]): number | undefined {
  const known = cells.map(minutesOf).filter((value) => typeof value === 'number')
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0)
}

function linesOf(runs: readonly (readonly NamedRow[])[]): Record<string, number> {
  const lines: Record<string, number> = {}
  for (const [index, rows] of runs.entries()) {
    const line = rows[0]?.line
    if (line === undefined) continue
    lines['phases'] ??= line
    lines[`phases[${index}]`] = line
    const felt = rows.find(({ cells }) => cells.emotion)
    if (felt) lines[`phases[${index}].emotion`] = felt.line
  }
  return lines
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}
