import { textLanguage } from './script.ts'

/** Which faces a text is drawn in, so that they can be there before it is. The families are those of fonts.css. */

export interface Face {
  /** A CSS font; the size does not matter. */
  readonly font: string
  /** The letters that it is wanted for: of a family in slices, the slices that hold them are loaded. */
  readonly letters: string
}

const LATIN = [
  '470 40px "Literata Variable"',
  'italic 360 40px "Literata Variable"',
  '430 40px "Schibsted Grotesk Variable"',
]

/** Marks and figures that slides set around any text. */
const ALWAYS = '“”„«»「」…,0123456789Aa'

/** Families by script, both voices. Those of East Asia go by language, below. */
const SPELT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Arabic}/u, ['Noto Naskh Arabic Variable', 'Noto Sans Arabic Variable']],
  [/\p{Script=Hebrew}/u, ['Noto Serif Hebrew Variable', 'Noto Sans Hebrew Variable']],
  [/\p{Script=Thai}/u, ['Noto Serif Thai Variable', 'Noto Sans Thai Variable']],
  [/\p{Script=Devanagari}/u, ['Noto Sans Variable']],
  // Schibsted Grotesk has neither.
  [/[\p{Script=Greek}\p{Script=Cyrillic}]/u, ['Noto Sans Variable']],
  [/\p{Extended_Pictographic}/u, ['Noto Emoji']],
]

/** Letters, and the marks and wide forms that come with them. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u
const EAST_ASIAN_MARKS = '—“”…'

/** The faces for these texts of one item. `author` is the language that the item says, `room` its room's. */
export function facesFor(texts: readonly string[], author: string | undefined, room: string): Face[] {
  const all = new Set(texts.flatMap((text) => [...text]))
  const around = textLanguage(texts.join(' '), author, room)
  const latin = LATIN.map((font) => ({ font, letters: ALWAYS + [...all].join('') }))
  const spelt = SPELT.flatMap(([script, families]) =>
    wanted(
      families,
      [...all].filter((letter) => script.test(letter)),
    ),
  )
  return [...latin, ...spelt, ...eastAsian(texts, author, around)]
}

/** A character looks different in each country: which slices are needed depends on the language of each text. */
function eastAsian(texts: readonly string[], author: string | undefined, around: string): Face[] {
  const byRegion = new Map<string, Set<string>>()
  for (const text of texts) {
    const letters = [...text].filter((letter) => EAST_ASIAN.test(letter))
    if (letters.length === 0) continue
    const region = regionOf(textLanguage(text, author, around))
    byRegion.set(region, new Set([...(byRegion.get(region) ?? []), ...letters]))
  }
  return [...byRegion].flatMap(([region, letters]) => [
    ...wanted([`Noto Serif ${region} Variable`, `Noto Sans ${region} Variable`], [...letters]),
    ...(region === 'KR' ? [] : wanted([`Marks Serif ${region}`, `Marks Sans ${region}`], [EAST_ASIAN_MARKS])),
  ])
}

/** The country whose forms a language's text is drawn in; what is no language of East Asia, in simplified Chinese. */
export function regionOf(language: string): 'JP' | 'KR' | 'SC' | 'TC' {
  if (/^ja\b/i.test(language)) return 'JP'
  if (/^ko\b/i.test(language)) return 'KR'
  return /^yue\b|^\w+-(hant|tw|hk|mo)\b/i.test(language) ? 'TC' : 'SC'
}

function wanted(families: readonly string[], letters: readonly string[]): Face[] {
  if (letters.length === 0) return []
  return families.map((family) => ({ font: `430 40px "${family}"`, letters: letters.join('') }))
}
