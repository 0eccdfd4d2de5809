/** Outer quotation marks by language (CLDR, delimiters). */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  ar: ['«', '»'],
  bg: ['„', '“'],
  cs: ['„', '“'],
  da: ['»', '«'],
  de: ['„', '“'],
  el: ['«', '»'],
  es: ['«', '»'],
  fa: ['«', '»'],
  fi: ['”', '”'],
  fr: ['«\u202f', '\u202f»'],
  he: ['”', '”'],
  hu: ['„', '”'],
  it: ['«', '»'],
  ja: ['「', '」'],
  nb: ['«', '»'],
  no: ['«', '»'],
  pl: ['„', '”'],
  pt: ['“', '”'],
  ro: ['„', '”'],
  ru: ['«', '»'],
  sk: ['„', '“'],
  sl: ['„', '“'],
  sv: ['”', '”'],
  uk: ['«', '»'],
  'zh-Hant': ['「', '」'],
  'zh-TW': ['「', '」'],
  'zh-HK': ['「', '」'],
}

const ENGLISH = ['“', '”'] as const

/** The other pair of a language, for words that begin or end with the first: two of one kind would run into each other. */
const OTHERS: Readonly<Record<string, readonly [string, string]>> = {
  '“': ['‘', '’'],
  '„': ['‚', '‘'],
  '”': ['’', '’'],
  '「': ['『', '』'],
}

/**
 * The marks that a language sets around what somebody said; English where it is not known. The words themselves are never
 * changed: where they begin or end with marks of their own, the pair around them is the language's other one.
 */
export function quotationMarks(lang: string, words = ''): readonly [string, string] {
  const usual = MARKS[lang] ?? MARKS[lang.split('-')[0] ?? ''] ?? ENGLISH
  const [open, close] = usual.map((mark) => mark.trim())
  const collides = words.startsWith(open ?? '') || words.endsWith(close ?? '')
  return words !== '' && collides ? (OTHERS[open ?? ''] ?? ENGLISH) : usual
}

const WRAPPED = /^\s*["“”„«»「『‘']\s*([^"“”„«»「」『』]*)\s*["“”«»」』’']\s*$/u

/** The words without marks that an author already set around all of them; marks inside stay. */
export function withoutOuterMarks(text: string): string {
  return WRAPPED.exec(text)?.[1]?.trim() ?? text.trim()
}
