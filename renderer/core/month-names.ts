/** Names of months, as people write them in their own language. */

/** Languages whose month names begin alike only where they mean the same month; English is believed first. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb'] as const
/** Letters that tell a month: Mar, mars, März. */
const ENOUGH = 3

let known: readonly (readonly string[])[] | undefined

/** 1 to 12 for a month's name or its beginning, of three letters at least; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const name = word.normalize('NFC').toLowerCase()
  if (name.length < ENOUGH) return undefined
  known ??= LANGUAGES.map(namesIn)
  const [english = [], ...others] = known
  const place = english.findIndex((month) => month.startsWith(name))
  if (place !== -1) return place + 1
  const places = new Set(others.flatMap((names) => placesOf(names, name)))
  const [only] = places
  return places.size === 1 && only !== undefined ? only + 1 : undefined
}

function placesOf(names: readonly string[], name: string): number[] {
  const whole = names.indexOf(name)
  if (whole !== -1) return [whole]
  return names.flatMap((month, place) => (month.startsWith(name) ? [place] : []))
}

function namesIn(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)).toLowerCase())
}
