import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stopwords as arabicStops } from '@orama/stopwords/arabic'
import { stopwords as danishStops } from '@orama/stopwords/danish'
import { stopwords as dutchStops } from '@orama/stopwords/dutch'
import { stopwords as englishStops } from '@orama/stopwords/english'
import { stopwords as finnishStops } from '@orama/stopwords/finnish'
import { stopwords as frenchStops } from '@orama/stopwords/french'
import { stopwords as germanStops } from '@orama/stopwords/german'
import { stopwords as hungarianStops } from '@orama/stopwords/hungarian'
import { stopwords as italianStops } from '@orama/stopwords/italian'
import { stopwords as japaneseStops } from '@orama/stopwords/japanese'
import { stopwords as mandarinStops } from '@orama/stopwords/mandarin'
import { stopwords as norwegianStops } from '@orama/stopwords/norwegian'
import { stopwords as portugueseStops } from '@orama/stopwords/portuguese'
import { stopwords as romanianStops } from '@orama/stopwords/romanian'
import { stopwords as russianStops } from '@orama/stopwords/russian'
import { stopwords as spanishStops } from '@orama/stopwords/spanish'
import { stopwords as swedishStops } from '@orama/stopwords/swedish'
import { stopwords as turkishStops } from '@orama/stopwords/turkish'
import { folded, type WordForms } from '../../renderer/core/evidence/words.ts'

/** What libraries know of languages: the Snowball stemmers, and the words that stand in any sentence. */

interface Known {
  readonly stops: readonly string[]
  readonly stem?: (word: string) => string
  /** Compounds are written in one word. */
  readonly joinsWords?: boolean
}

/** By the first part of a language tag. */
const LANGUAGES: Readonly<Record<string, Known>> = {
  ar: { stops: arabicStops },
  da: { stops: danishStops, stem: danish, joinsWords: true },
  de: { stops: germanStops, stem: german, joinsWords: true },
  en: { stops: englishStops, stem: english },
  es: { stops: spanishStops, stem: spanish },
  fi: { stops: finnishStops, stem: finnish, joinsWords: true },
  fr: { stops: frenchStops, stem: french },
  hu: { stops: hungarianStops, stem: hungarian, joinsWords: true },
  it: { stops: italianStops, stem: italian },
  ja: { stops: japaneseStops },
  nb: { stops: norwegianStops, stem: norwegian, joinsWords: true },
  nl: { stops: dutchStops, stem: dutch, joinsWords: true },
  nn: { stops: norwegianStops, stem: norwegian, joinsWords: true },
  no: { stops: norwegianStops, stem: norwegian, joinsWords: true },
  pt: { stops: portugueseStops, stem: portuguese },
  ro: { stops: romanianStops, stem: romanian },
  ru: { stops: russianStops, stem: russian },
  sv: { stops: swedishStops, stem: swedish, joinsWords: true },
  tr: { stops: turkishStops, stem: turkish },
  zh: { stops: mandarinStops },
}

/** Words whose stems are remembered for a language. */
const MOST_STEMS = 50_000

const made = new Map<string, WordForms>()

/** By a language tag; of a language that nobody here knows every word is its own stem. */
export function wordForms(tag: string): WordForms {
  const named = tag.toLowerCase().split(/[-_]/)[0] ?? ''
  const language = Object.hasOwn(LANGUAGES, named) ? named : ''
  const known = made.get(language)
  if (known) return known
  const forms = makeForms(LANGUAGES[language] ?? { stops: [] })
  made.set(language, forms)
  return forms
}

function makeForms({ stops, stem = (word) => word, joinsWords = false }: Known): WordForms {
  const common = new Set(stops.flatMap((word) => [folded(word).text, ...folded(word).words]))
  const stems = new Map<string, string>()
  return {
    isCommon: (word) => common.has(word),
    joinsWords,
    stem(word) {
      const known = stems.get(word)
      if (known !== undefined) return known
      if (stems.size >= MOST_STEMS) stems.clear()
      const found = stem(word)
      stems.set(word, found)
      return found
    },
  }
}
