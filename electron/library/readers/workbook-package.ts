import { strFromU8, unzipSync, zipSync } from 'fflate'

/** The zip that a workbook is: unpacked within limits, before anything reads what is inside. */

export interface Sheet {
  readonly name: string
  /** 1 for the first, hidden ones counted. */
  readonly place: number
  readonly hidden: boolean
  /** Its part of the package; undefined for a sheet that is only a chart. */
  readonly part: string | undefined
}

/** Cells of the header that are one: places of the first and the last, 0-based, rows then columns. */
export interface Merge {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export interface WorkbookPackage {
  readonly sheets: readonly Sheet[]
  /** A look at what is in it: its text is unpacked for that and let go, so it is asked once for each sheet. */
  look(sheet: Sheet): SheetLook
  /** What is needed to read this sheet. To be asked once, of one sheet. Throws TooLarge. */
  open(sheet: Sheet): OpenedSheet
}

export interface SheetLook {
  /** True where a cell of it holds anything. */
  readonly hasCells: boolean
  /** True where two rows have two cells each: a cover page has not. */
  readonly isTable: boolean
}

export interface OpenedSheet {
  /** The package with this sheet alone in full, not packed any more, so that nothing in it can grow. */
  readonly plain: ArrayBuffer
  readonly merges: readonly Merge[]
  /** What somebody hid in it, by hand or with a filter. */
  readonly hidden: Hidden
}

/** 0-based numbers of rows and columns. */
export interface Hidden {
  readonly rows: ReadonlySet<number>
  readonly columns: ReadonlySet<number>
}

/** More than a wall can hold. */
export class TooLarge extends Error {}

/** All XML of a workbook together, bytes. 100,000 rows of survey answers are about 60 MB. */
const MAX_UNPACKED = 300_000_000
/** Cells between the first and the last that hold something, empty ones among them. */
const MAX_CELLS = 30_000_000
const MAX_COLUMNS = 16_384

const BOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** `other` for a zip that is no workbook. Throws TooLarge, or whatever the unzipper throws. */
export function openPackage(bytes: Uint8Array): WorkbookPackage | 'other' {
  let left = MAX_UNPACKED
  const parts = unzipSync(bytes, {
    // The unzipper makes room for what the directory declares and drops what goes beyond it.
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name) || !name.startsWith('xl/')) return false
      left -= originalSize
      if (left < 0) throw new TooLarge()
      return true
    },
  })
  const [book, relations] = [parts[BOOK], parts[RELATIONS]]
  if (!book || !relations) return 'other'
  const xmlOf = ({ part = '' }: Sheet): string => strFromU8(parts[part] ?? new Uint8Array())
  const sheets = sheetsOf(strFromU8(book), strFromU8(relations))
  return {
    sheets,
    look(sheet) {
      const xml = xmlOf(sheet)
      return { hasCells: /<(?:\w+:)?(?:v|is|t)[\s>]/.test(xml), isTable: isTable(xml) }
    },
    open(sheet) {
      const xml = xmlOf(sheet)
      checkCells(xml)
      const [merges, hidden] = [mergesOf(xml), hiddenIn(xml)]
      return { plain: repacked(parts, sheet, sheets), merges, hidden }
    },
  }
}

function repacked(parts: Record<string, Uint8Array>, sheet: Sheet, sheets: readonly Sheet[]): ArrayBuffer {
  const others = new Set(sheets.map(({ part }) => part).filter((part) => part !== sheet.part))
  const kept = Object.entries(parts).filter(([name]) => !others.has(name))
  for (const [, part] of kept) checkEnd(part)
  return zipSync(Object.fromEntries(kept), { level: 0 }).buffer
}

/** XML that breaks off: its size was declared too small, or the file was cut. */
function checkEnd(part: Uint8Array): void {
  const end = strFromU8(part.subarray(Math.max(0, part.length - 200))).trimEnd()
  if (!/(?:<\/[\w:]+\s*|\/)>(?:\s*<!--[\s\S]*-->)*$/.test(end)) throw new Error('XML breaks off')
}

/** A single cell in the last corner of a sheet must not make a million rows of sixteen thousand. */
function checkCells(xml: string): void {
  let [rows, columns] = [0, 0]
  for (const [, letters = '', row = '', closed] of xml.matchAll(
    /<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*?(\/?)>/g,
  )) {
    if (closed === '/') continue
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnOf(letters))
  }
  if (rows * columns > MAX_CELLS || columns > MAX_COLUMNS) throw new TooLarge()
}

/** 1 for A. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function sheetsOf(book: string, relations: string): Sheet[] {
  const targets = new Map(
    elements(relations, 'Relationship').map((found) => [
      attribute(found, 'Id'),
      partOf(attribute(found, 'Target')),
    ]),
  )
  return elements(book, 'sheet').map((found, index) => {
    const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(found)?.[1] ?? ''
    const part = targets.get(id)
    return {
      name: plainText(attribute(found, 'name')),
      place: index + 1,
      hidden: /hidden/i.test(attribute(found, 'state')) || part === undefined || !/worksheets\//.test(part),
      part,
    }
  })
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ?? ''
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainText(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Of a large table the first rows tell what it is, characters. */
const LOOKED_AT = 200_000

function isTable(xml: string): boolean {
  const rows = xml
    .slice(0, LOOKED_AT)
    .split(/<(?:\w+:)?row[\s>]/)
    .slice(1)
  return rows.filter((row) => (row.match(/<(?:\w+:)?(?:v|is)[\s>]/g) ?? []).length >= 2).length >= 2
}

const ROW = /<(?:\w+:)?row\s([^>]*)>/g
const COLUMNS = /<(?:\w+:)?col\s([^>]*?)\/?>/g
const HIDDEN = /\bhidden="(?:1|true)"/

function hiddenIn(xml: string): Hidden {
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  if (!/\bhidden="/.test(xml)) return { rows, columns }
  for (const [, attributes = ''] of xml.matchAll(ROW)) {
    const number = /\br="(\d+)"/.exec(attributes)?.[1]
    if (number !== undefined && HIDDEN.test(attributes)) rows.add(Number(number) - 1)
  }
  for (const [, attributes = ''] of xml.matchAll(COLUMNS)) {
    const [min, max] = ['min', 'max'].map((name) =>
      Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1]),
    )
    if (!HIDDEN.test(attributes) || !min || !max) continue
    for (let column = min; column <= Math.min(max, MAX_COLUMNS); column += 1) columns.add(column - 1)
  }
  return { rows, columns }
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g

function mergesOf(xml: string): Merge[] {
  return [...xml.matchAll(MERGE)].map(([, left = '', top, right = '', bottom]) => ({
    from: [Number(top) - 1, columnOf(left) - 1],
    to: [Number(bottom) - 1, columnOf(right) - 1],
  }))
}
