import type { FindQuery } from '../../renderer/core/admin/find.ts'
import { type Random, randomFrom } from './random.ts'

/** Words as rooms have them: some that are everywhere, many that are rare, in several scripts. */

const COMMON =
  'the lift was broken and nobody came to help me with my pram so I waited for an hour on the platform'.split(
    ' ',
  )
const GERMAN =
  'Am Hauptbahnhof war der Aufzug wieder gesperrt und niemand wusste warum die Straßenbahn Verspätung hatte'.split(
    ' ',
  )
const JAPANESE = [
  '電車が',
  '遅れて',
  '駅で',
  '長い間',
  '待ちました',
  '係員は',
  '親切に',
  '案内して',
  'くれました',
  '切符売り場',
]
const THAI = ['รถไฟ', 'มาช้า', 'อีกแล้ว', 'ฉันรอ', 'ที่สถานี', 'นานมาก', 'ลิฟต์เสีย']
const ARABIC = ['القطار', 'متأخر', 'مرة', 'أخرى', 'انتظرت', 'في', 'المحطة', 'طويلا']
const SYLLABLES =
  'ka to ber lin sch gen ra mo ti hauf bahn hof zug wag fen ster ble ning our pla vor ex ion ment'.split(' ')
const THEMES = ['lifts', 'fares', 'staff', 'information', 'toilets', 'timetable', '']
const PERSONAS = ['Ruth', 'Amir', 'Zoë', 'Priya', '']

/** A table of quotes with themes and personas. */
export function searchTexts(rows: number): string {
  const random = randomFrom(17)
  const lines = Array.from({ length: rows }, (_, at) => {
    const day = `202${Math.floor(random() * 7)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`
    return `${at},${words(random)},Card,${day},${pick(PERSONAS, random)},${pick(THEMES, random)}`
  })
  return ['id,quote,source,captured,persona,theme', ...lines, ''].join('\n')
}

function words(random: Random): string {
  const language = random()
  const [list, gap] =
    language < 0.5
      ? [COMMON, ' ']
      : language < 0.75
        ? [GERMAN, ' ']
        : language < 0.87
          ? [JAPANESE, '']
          : language < 0.93
            ? [THAI, '']
            : [ARABIC, ' ']
  const said = Array.from({ length: 8 + Math.floor(random() * 30) }, () => pick(list, random)).join(gap)
  return `${said} ${rare(random)} ${rare(random)}`
}

function rare(random: Random): string {
  return Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random)).join('')
}

/** What somebody types, letter by letter: each letter is a question. */
export function typedQueries(count: number, random: Random): Partial<FindQuery>[] {
  const queries: Partial<FindQuery>[] = []
  while (queries.length < count) {
    const list = pick([COMMON, COMMON, GERMAN, JAPANESE, THAI, ARABIC], random)
    const whole = [pick(list, random), ...(random() < 0.4 ? [pick(list, random)] : [])].join(' ')
    const letters = [...(random() < 0.2 ? rare(random) : whole)]
    for (let length = 1; length <= letters.length && queries.length < count; length += 1)
      queries.push({ text: letters.slice(0, length).join('') })
  }
  return queries
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function pick<Value>(list: readonly Value[], random: Random): Value {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}
