import { localMs } from '../renderer/core/zoned.ts'
import type { SimulatedPlay } from './simulation.ts'

/** The week of a wall: how much of each hour each kind had, as a picture. */

const HOUR_MS = 3_600_000
const HOURS = 24 * 7
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export class HeatMap {
  readonly zone: string
  /** ms by hour of the week, Monday 0 h first. */
  readonly byKind = new Map<string, Float64Array>()

  constructor(zone: string) {
    this.zone = zone
  }

  add({ kind, from, to }: SimulatedPlay): void {
    const hours = this.byKind.get(kind) ?? new Float64Array(HOURS)
    this.byKind.set(kind, hours)
    for (let at = from; at < to; ) {
      const local = localMs(this.zone, at)
      const end = Math.min(to, at + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS))
      const hour = hourOfWeek(local)
      hours[hour] = (hours[hour] ?? 0) + end - at
      at = end
    }
  }
}

/** The first of January 1970 was a Thursday. */
function hourOfWeek(local: number): number {
  const hours = Math.floor(local / HOUR_MS) + 3 * 24
  return ((hours % HOURS) + HOURS) % HOURS
}

export interface HeatTitle {
  readonly room: string
  readonly screen: string
  readonly from: number
  readonly to: number
}

/** Inks that can be told apart by those who see few colours (Okabe and Ito), as dark as text on cream. */
const INKS: readonly string[] = [
  '#0072b2',
  '#b0541a',
  '#00795a',
  '#a8518b',
  '#7a6a00',
  '#2f7fa8',
  '#8a5a00',
  '#5b5148',
]
const [LEFT, TOP, CELL, ROW, GAP, DAY_GAP] = [190, 168, 8, 34, 8, 10]
const WIDTH = LEFT + HOURS * CELL + 6 * DAY_GAP + 150

export function heatMapSvg(map: HeatMap, title: HeatTitle): string {
  const kinds = [...map.byKind].toSorted(([, a], [, b]) => sum(b) - sum(a))
  const all = hoursOfAll(map)
  const total = sum(all)
  const height = TOP + kinds.length * (ROW + GAP) + 96
  const most = Math.max(
    ...kinds.flatMap(([, hours]) => [...hours].map((ms, hour) => share(ms, all[hour]))),
    0.01,
  )
  const rows = kinds.map(([kind, hours], row) =>
    kindRow({ kind, hours, all, row, most, total, ink: INKS[row % INKS.length] ?? '#1e1a17' }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Noto Sans, Helvetica, Arial, sans-serif" fill="#1e1a17">`,
    `<title>${escaped(title.room)}: what is on, by hour of the week and kind</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#f4ede0"/>`,
    heading(title, map.zone),
    dayLabels(kinds.length),
    ...rows,
    legend(TOP + kinds.length * (ROW + GAP) + 26, most),
    '</svg>',
    '',
  ].join('\n')
}

interface Row {
  readonly kind: string
  readonly hours: Float64Array
  readonly all: Float64Array
  readonly row: number
  readonly most: number
  readonly total: number
  readonly ink: string
}

/** A cell is as dark as the kind's share of that hour; an hour with nothing on is only a line. */
function kindRow({ kind, hours, all, row, most, total, ink }: Row): string {
  const y = TOP + row * (ROW + GAP)
  const cells = [...hours].map((ms, hour) => {
    const x = xOf(hour)
    if ((all[hour] ?? 0) === 0)
      return `<rect x="${x}" y="${y + ROW / 2 - 0.5}" width="${CELL}" height="1" fill="#b9ac97"/>`
    const part = share(ms, all[hour])
    const tip = `<title>${kind}, ${DAYS[Math.floor(hour / 24)]} ${hour % 24}–${(hour % 24) + 1} h: ${percent(part)}</title>`
    const opacity = part === 0 ? 0.04 : shade(part / most)
    return `<rect x="${x}" y="${y}" width="${CELL - 1}" height="${ROW}" fill="${ink}" fill-opacity="${opacity.toFixed(3)}">${tip}</rect>`
  })
  return [
    `<text x="${LEFT - 16}" y="${y + ROW / 2 + 6}" text-anchor="end" font-size="18">${escaped(capital(kind))}</text>`,
    ...cells,
    `<text x="${WIDTH - 40}" y="${y + ROW / 2 + 6}" text-anchor="end" font-size="18" font-weight="600">${percent(sum(hours) / Math.max(1, total))}</text>`,
  ].join('')
}

function heading({ room, screen, from, to }: HeatTitle, zone: string): string {
  const days = `${longDay(from, zone)} to ${longDay(to - 1, zone)}`
  return [
    `<text x="40" y="58" font-size="30" font-weight="700">${escaped(room)}: the week on the wall</text>`,
    `<text x="40" y="90" font-size="18" fill="#453e37">Share of each hour by kind. Screen ${escaped(screen)}, ${days}, ${escaped(zone)} time.</text>`,
    `<text x="${WIDTH - 40}" y="${TOP - 14}" text-anchor="end" font-size="15" fill="#453e37">in all</text>`,
  ].join('\n')
}

function longDay(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at)
}

function dayLabels(rows: number): string {
  const bottom = TOP + rows * (ROW + GAP) - GAP
  return DAYS.map((day, index) => {
    const x = xOf(index * 24)
    const hours = [6, 12, 18].map((hour) => {
      const at = xOf(index * 24 + hour)
      return `<text x="${at}" y="${TOP - 14}" text-anchor="middle" font-size="13" fill="#6a6157">${hour}</text><line x1="${at - 0.5}" x2="${at - 0.5}" y1="${TOP - 9}" y2="${TOP - 3}" stroke="#b9ac97"/>`
    })
    const line = `<line x1="${x - 0.5}" x2="${x + 24 * CELL - 1}" y1="${bottom + 8}" y2="${bottom + 8}" stroke="#b9ac97"/>`
    return `<text x="${x}" y="${TOP - 36}" font-size="18" font-weight="600">${day}</text>${hours.join('')}${line}`
  }).join('\n')
}

function legend(y: number, most: number): string {
  const steps = [0.25, 0.5, 0.75, 1]
  const boxes = steps.map((step, index) => {
    const x = LEFT + index * 110
    return `<rect x="${x}" y="${y}" width="28" height="20" fill="#1e1a17" fill-opacity="${shade(step).toFixed(3)}"/><text x="${x + 38}" y="${y + 16}" font-size="15" fill="#453e37">${percent(most * step)}</text>`
  })
  const x = LEFT + steps.length * 110
  return [
    ...boxes,
    `<rect x="${x}" y="${y + 10}" width="28" height="1" fill="#b9ac97"/>`,
    `<text x="${x + 38}" y="${y + 16}" font-size="15" fill="#453e37">nothing is on</text>`,
    `<text x="${LEFT - 16}" y="${y + 16}" text-anchor="end" font-size="15" fill="#453e37">of the hour</text>`,
  ].join('')
}

/** By the root, so that a rare kind is not lost beside a frequent one. */
function shade(part: number): number {
  return 0.1 + 0.9 * Math.sqrt(part)
}

function hoursOfAll({ byKind }: HeatMap): Float64Array {
  const all = new Float64Array(HOURS)
  for (const hours of byKind.values()) {
    for (const [hour, ms] of hours.entries()) all[hour] = (all[hour] ?? 0) + ms
  }
  return all
}

function xOf(hour: number): number {
  return LEFT + hour * CELL + Math.floor(hour / 24) * DAY_GAP
}

function share(ms: number, all = 0): number {
  return all === 0 ? 0 : ms / all
}

function sum(hours: Float64Array): number {
  return hours.reduce((total, ms) => total + ms, 0)
}

function percent(part: number): string {
  return `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
