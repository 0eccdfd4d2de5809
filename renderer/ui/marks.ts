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

/** The marks that a language sets around what somebody said; English where it is not known. */
export function quotationMarks(lang: string): readonly [string, string] {
  return MARKS[lang] ?? MARKS[lang.split('-')[0] ?? ''] ?? ENGLISH
}

const WRAPPED = /^\s*["“”„«»「『‘']\s*([^"“”„«»「」『』]*)\s*["“”«»」』’']\s*$/u

/** The words without marks that an author already set around all of them; marks inside stay. */
export function withoutOuterMarks(text: string): string {
  return WRAPPED.exec(text)?.[1]?.trim() ?? text.trim()
}
