import type { Import } from './imports.ts'

/** Who may import what: the table of the design, as patterns over paths and package names. The first match counts. */
export interface Rule {
  /** Files that the rule is for. */
  readonly room: RegExp
  /** Paths from the project's root, or `pkg:` names, that these files may import. */
  readonly may: readonly RegExp[]
}

const CORE = /^renderer\/core\//
const SCHEMAS = /^renderer\/kinds\/(index|[^/]+\/schema)\.ts$/
const UI = /^renderer\/ui\//
const ZOD = /^pkg:zod$/
/** Local times are values like any other, but nobody should reckon with time zones on his own. */
const TEMPORAL = /^pkg:temporal-polyfill$/
const REACT = /^pkg:(react|react-dom|framer-motion)$/
const FONTS = /^pkg:@fontsource/
/** Letters to be touched where there is no keyboard. */
const SCREEN_KEYS = /^pkg:(react-simple-keyboard|simple-keyboard-layouts)$/
/** What a window with forms and long lists is made of; the wall has neither. */
const TOOLS = /^pkg:(react-aria-components|@internationalized\/date|@tanstack\/react-virtual)$/

export const rules: readonly Rule[] = [
  { room: CORE, may: [CORE, ZOD, TEMPORAL] },
  { room: /^renderer\/kinds\/[^/]+\/schema\.ts$/, may: [CORE, ZOD, /^renderer\/kinds\/[^/]+\/[a-z-]+\.ts$/] },
  { room: /^renderer\/kinds\/index\.ts$/, may: [CORE, SCHEMAS, ZOD] },
  {
    room: /^renderer\/kinds\/slides\.tsx?$/,
    may: [CORE, SCHEMAS, UI, REACT, /^renderer\/kinds\/[^/]+\/Slide\.tsx$/],
  },
  { room: /^renderer\/kinds\/[^/]+\//, may: [CORE, SCHEMAS, UI, REACT, /^renderer\/kinds\//] },
  { room: UI, may: [CORE, UI, REACT, FONTS] },
  {
    room: /^renderer\/wall\//,
    may: [/^renderer\/wall\//, CORE, /^renderer\/kinds\//, UI, REACT, /^pkg:zustand$/, SCREEN_KEYS],
  },
  {
    room: /^renderer\/admin\//,
    may: [/^renderer\/admin\//, CORE, /^renderer\/kinds\//, UI, REACT, /^pkg:zustand$/, TOOLS],
  },
  { room: /^electron\//, may: [/^electron\//, CORE, SCHEMAS, /^pkg:/] },
]

/** What a schema and everything that it reaches may import: core, zod, and plain modules of the kinds. */
export function schemaViolation(found: Import): string | undefined {
  const plain = /^renderer\/kinds\/[^/]+\/[a-z-]+\.ts$/.test(found.target)
  const allowed = found.isPackage ? found.target === 'zod' : plain || CORE.test(found.target)
  return allowed ? undefined : `${found.file} imports ${found.target}, and a schema depends on it`
}

/** Packages that draw: a window's business, never the host's. */
const DRAWS = /^pkg:(react|react-dom|framer-motion|zustand)$/
/** The only files that may name the electron module. */
const HOLDS_ELECTRON = /^electron\/(main|preload|preload-admin|ipc|media)\.ts$|^electron\/windows\//
/** Packages that only the library process may load: they decode strangers' files. */
const DECODES =
  /^pkg:(sharp|audio-decode|csv-parse|chokidar|media-captions|mdast-util-from-markdown|chardet|iconv-lite|mediabunny|sax|audio-type|libheif-js|@hyzyla\/pdfium|@resvg\/resvg-js)$/

/** What is wrong with an import, in words, or undefined. */
export function violation(found: Import): string | undefined {
  const target = found.isPackage ? `pkg:${found.target}` : found.target
  const said = `${found.file} imports ${found.target}`
  if (target === 'pkg:electron' && !HOLDS_ELECTRON.test(found.file)) return said
  if (DECODES.test(target) && !found.file.startsWith('electron/library/')) return said
  if (found.file.startsWith('electron/') && DRAWS.test(target)) return said
  const rule = rules.find(({ room }) => room.test(found.file))
  if (!rule) return `${found.file} belongs to no room`
  return rule.may.some((pattern) => pattern.test(target)) ? undefined : said
}
