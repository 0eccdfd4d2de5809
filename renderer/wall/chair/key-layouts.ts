import arabic from 'simple-keyboard-layouts/build/layouts/arabic.js'
import brazilian from 'simple-keyboard-layouts/build/layouts/brazilian.js'
import chinese from 'simple-keyboard-layouts/build/layouts/chinese.js'
import czech from 'simple-keyboard-layouts/build/layouts/czech.js'
import english from 'simple-keyboard-layouts/build/layouts/english.js'
import farsi from 'simple-keyboard-layouts/build/layouts/farsi.js'
import french from 'simple-keyboard-layouts/build/layouts/french.js'
import german from 'simple-keyboard-layouts/build/layouts/german.js'
import greek from 'simple-keyboard-layouts/build/layouts/greek.js'
import hebrew from 'simple-keyboard-layouts/build/layouts/hebrew.js'
import hindi from 'simple-keyboard-layouts/build/layouts/hindi.js'
import hungarian from 'simple-keyboard-layouts/build/layouts/hungarian.js'
import italian from 'simple-keyboard-layouts/build/layouts/italian.js'
import japanese from 'simple-keyboard-layouts/build/layouts/japanese.js'
import norwegian from 'simple-keyboard-layouts/build/layouts/norwegian.js'
import polish from 'simple-keyboard-layouts/build/layouts/polish.js'
import russian from 'simple-keyboard-layouts/build/layouts/russian.js'
import spanish from 'simple-keyboard-layouts/build/layouts/spanish.js'
import swedish from 'simple-keyboard-layouts/build/layouts/swedish.js'
import thai from 'simple-keyboard-layouts/build/layouts/thai.js'
import turkish from 'simple-keyboard-layouts/build/layouts/turkish.js'
import ukrainian from 'simple-keyboard-layouts/build/layouts/ukrainian.js'

/** Rows of keys by language; another language's room has the English ones. Korean is left out: its syllables need an input method. */

interface Layout {
  readonly layout: { readonly [name: string]: readonly string[] }
  readonly layoutCandidates?: { readonly [spelling: string]: string } | undefined
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  ar: arabic,
  cs: czech,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fa: farsi,
  fr: french,
  he: hebrew,
  hi: hindi,
  hu: hungarian,
  it: italian,
  ja: japanese,
  nb: norwegian,
  no: norwegian,
  pl: polish,
  pt: brazilian,
  ru: russian,
  sv: swedish,
  th: thai,
  tr: turkish,
  uk: ukrainian,
  zh: chinese,
}

export interface Keys {
  readonly layout: Record<string, string[]>
  /** What a spelling may mean, where a language is not written with the letters on its keys. */
  readonly candidates?: Record<string, string>
}

/** Keys of no use in one line of text. */
const USELESS = new Set(['{tab}', '{lock}', '{enter}', '.com', '@', '\\', ''])

/** The keys for a language tag: letters, numbers and marks, with a space bar of its own. */
export function keysFor(language: string): Keys {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const found: Layout = (Object.hasOwn(LAYOUTS, primary) ? LAYOUTS[primary] : undefined) ?? english
  const layout = { default: rows(found.layout['default']), shift: rows(found.layout['shift']) }
  return found.layoutCandidates ? { layout, candidates: { ...found.layoutCandidates } } : { layout }
}

function rows(written: readonly string[] = []): string[] {
  const letters = written.slice(0, -1).map((row) =>
    row
      .split(' ')
      .filter((key) => !USELESS.has(key))
      .join(' '),
  )
  return [...letters, '{space}']
}
