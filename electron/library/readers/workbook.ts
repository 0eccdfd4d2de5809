import { readSheet } from 'read-excel-file/universal'
import type { Problem } from '../../../renderer/core/problem.ts'
import { error, note } from '../problems.ts'
import { type Read, readable, unreadable } from './reading.ts'
import type { RowMaker } from './table-rows.ts'
import { foldHeader, type SheetRow } from './workbook-header.ts'
import { type Hidden, type Merge, openPackage, type Sheet, TooLarge } from './workbook-package.ts'

/** Rows between two breaths: the bell, the clock and the watchdog are heard in between. */
const BREATH_ROWS = 1_000

/** True for a zip, which is what a workbook is inside. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const AS_XLSX = 'Open it and save it as an Excel workbook (.xlsx) or as CSV UTF-8.'

/** Why a file that looks like a workbook is not read as one: locked, of the old format, or a page that Excel opens. */
export function refusedWorkbook(path: string, bytes: Uint8Array): Problem | undefined {
  if (OLE.every((byte, place) => bytes[place] === byte)) {
    // A workbook with a password is wrapped into the old container, which names what it holds in UTF-16.
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    )
    return isLocked
      ? error({ path }, 'This workbook is locked with a password.', 'Save a copy without the password here.')
      : error({ path }, 'This is a workbook of the old Excel format (.xls), which is not read.', AS_XLSX)
  }
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase()
  if (/^(?:\xef\xbb\xbf)?(?:<!doctype html|<html|<\?xml|<table)/.test(start))
    return error({ path }, 'This is a web page or XML, whatever its name says.', AS_XLSX)
  return undefined
}

/** Hands on the rows of the first sheet that holds any and is not hidden. Its formulas count as they were last worked out. */
export async function readWorkbook(
  path: string,
  bytes: Uint8Array,
  rows: RowMaker,
): Promise<Read<undefined>> {
  try {
    const found = await firstSheet(path, bytes)
    if (found === 'other') return unreadable(notAWorkbook(path))
    if (found) await handOn(foldHeader(found.table, found.merges), rows)
    return readable(undefined, found?.notes)
  } catch (thrown) {
    return unreadable(thrown instanceof TooLarge ? tooLarge(path) : damaged(path))
  }
}

interface FirstSheet {
  readonly table: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  readonly notes: readonly Problem[]
}

/** Undefined where no sheet that may be seen holds anything. */
async function firstSheet(path: string, bytes: Uint8Array): Promise<FirstSheet | 'other' | undefined> {
  const chosen = chooseSheet(path, bytes)
  if (chosen === 'other' || chosen === undefined) return chosen
  const { place, merges, hidden } = chosen
  const data = await readSheet(chosen.plain(), place)
  const notes = [...chosen.notes, ...hiddenNotes(path, hidden, data)]
  return { table: withoutHidden(inText(data), hidden), merges, notes }
}

interface ChosenSheet {
  readonly place: number
  /** To be asked once: nothing of what was unpacked is kept afterwards. */
  readonly plain: () => ArrayBuffer
  readonly merges: readonly Merge[]
  readonly hidden: Hidden
  readonly notes: readonly Problem[]
}

/** The first that looks like a table, else the first that holds anything: many workbooks begin with a cover page. */
function chooseSheet(path: string, bytes: Uint8Array): ChosenSheet | 'other' | undefined {
  const opened = openPackage(bytes)
  if (opened === 'other') return 'other'
  const looks = opened.sheets.flatMap((sheet) => (sheet.hidden ? [] : [{ sheet, ...opened.look(sheet) }]))
  const visible = looks.filter(({ hasCells }) => hasCells)
  const sheet = (visible.find(({ isTable }) => isTable) ?? visible[0])?.sheet
  if (!sheet) return undefined
  const { plain, merges, hidden } = opened.open(sheet)
  const others = visible.map((look) => look.sheet)
  return { place: sheet.place, plain: once(plain), merges, hidden, notes: sheetNotes(path, sheet, others) }
}

/** Gives it away: on its own, since a function holds whatever the one around it does, the whole package too. */
function once(plain: ArrayBuffer): () => ArrayBuffer {
  let left: ArrayBuffer | undefined = plain
  return () => {
    const own = left ?? new ArrayBuffer(0)
    left = undefined
    return own
  }
}

/** Hidden cells as if they were empty; rows and columns keep their numbers. */
function withoutHidden(
  table: readonly (readonly string[])[],
  { rows, columns }: Hidden,
): readonly (readonly string[])[] {
  if (rows.size === 0 && columns.size === 0) return table
  return table.map((row, index) =>
    rows.has(index) ? [] : row.map((cell, place) => (columns.has(place) ? '' : cell)),
  )
}

function hiddenNotes(
  path: string,
  { rows, columns }: Hidden,
  data: readonly (readonly unknown[])[],
): Problem[] {
  const isFilled = (cell: unknown): boolean => cell !== null && cell !== ''
  const hiddenRows = [...rows].filter((row) => data[row]?.some(isFilled)).length
  const hiddenColumns = [...columns].filter((place) =>
    data.some((row) => isFilled(row[place] ?? null)),
  ).length
  const told = [
    ...(hiddenRows > 0 ? [hiddenRows === 1 ? 'one row' : `${hiddenRows} rows`] : []),
    ...(hiddenColumns > 0 ? [hiddenColumns === 1 ? 'one column' : `${hiddenColumns} columns`] : []),
  ]
  if (told.length === 0) return []
  const message = `What is hidden in this sheet was not read: ${told.join(' and ')}.`
  return [note({ path }, message, 'If it is to be shown, show it in the workbook too, or clear its filter.')]
}

/** Row by row in its own place, so that a large sheet is not there twice. */
function inText(data: (readonly unknown[])[]): (readonly string[])[] {
  return data.map((row, index) => {
    data[index] = []
    return row.map(cellText)
  })
}

async function handOn(table: (SheetRow | undefined)[], rows: RowMaker): Promise<void> {
  for (const [index, row] of table.entries()) {
    if (row) rows.take(row.record, row.line)
    // What has been handed on need not be kept until the last row has.
    table[index] = undefined
    if (index % BREATH_ROWS === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A cell as CSV would have it. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date && !Number.isNaN(value.getTime()) ? dateText(value) : ''
}

/** Fifteen digits, as a spreadsheet shows at most: 0.1 + 0.2 is 0.3. */
function numberText(value: number): string {
  return Number.isInteger(value) ? `${value}` : `${Number(value.toPrecision(15))}`
}

/** The day alone at midnight, the time alone before there were days: that is how workbooks keep a time. */
function dateText(value: Date): string {
  const [day = '', clock = ''] = new Date(Math.round(value.getTime() / 60_000) * 60_000)
    .toISOString()
    .split('T')
  const time = clock.slice(0, 5)
  if (value.getUTCFullYear() <= 1904) return time
  return time === '00:00' ? day : `${day}T${time}`
}

const MOST_NAMED = 5

function sheetNotes(path: string, read: Sheet, visible: readonly Sheet[]): Problem[] {
  const others = visible.filter((sheet) => sheet !== read).map(({ name }) => `“${name}”`)
  if (others.length === 0) return []
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''
  const message = `The sheet “${read.name}” was read, and not ${others.slice(0, MOST_NAMED).join(', ')}${more}.`
  return [note({ path }, message, 'To show another sheet as well, save it as a workbook of its own.')]
}

function notAWorkbook(path: string): Problem {
  return error({ path }, 'This file is packed like a workbook, but is none of Excel’s.', AS_XLSX)
}

function tooLarge(path: string): Problem {
  const message = 'This workbook unpacks to more than a wall can hold, so it was not opened.'
  return error(
    { path },
    message,
    'Delete the sheets and pictures that are not needed, or save the sheet as CSV.',
  )
}

function damaged(path: string): Problem {
  const hint = 'Open it in Excel or LibreOffice and save it again, or copy it here again.'
  return error({ path }, 'This workbook is damaged or not complete.', hint)
}
