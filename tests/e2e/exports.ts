import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

/** Exports in the shape in which survey and review tools hand them out, each in the archive that it is downloaded as. */

const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`

const TYPEFORM = csv([
  [
    '#',
    'What was the hardest part of your visit?',
    'Where do you live?',
    'How likely are you to recommend us?',
    'Response Type',
    'Start Date (UTC)',
    'Stage Date (UTC)',
    'Submit Date (UTC)',
    'Network ID',
    'Tags',
  ],
  ...[
    [
      'k1a',
      'Nobody told us which entrance to use, so we walked around the building twice.',
      'A village',
      '3',
    ],
    ['k1b', 'I waited for the lift for twenty minutes with my mother in her wheelchair.', 'In town', '2'],
    ['k1c', 'Finding somebody at the desk who would look up from the screen.', 'A village', '6'],
  ].map(([id = '', said = '', home = '', nps = ''], at) => [
    ...[id, said, home, nps, 'completed', `2026-03-0${at + 2} 08:11:03`, ''],
    ...[`2026-03-0${at + 2} 08:14:41`, `7d${at}f0a9c1e`, ''],
  ]),
])

/** Two rows of headers: the questions, and below them what sort of answer each is. */
const SURVEYMONKEY = csv([
  [
    ...['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address'],
    ...['First Name', 'Last Name', 'Custom Data 1', 'What should we do differently?', 'Ward'],
  ],
  ['', '', '', '', '', '', '', '', '', 'Open-Ended Response', 'Response'],
  ...[
    ['Tell me how long it will take. I can wait when I know for what.', 'Dialysis'],
    ['Write the letters in words that my father can read without me.', 'Cardiology'],
    ['Let one person be responsible for me, from the first day to the last.', 'Surgery'],
  ].map(([said = '', ward = ''], at) => [
    ...[`1184520${at}311`, '45120031', `2026-02-1${at} 10:0${at}:12`, `2026-02-1${at} 10:1${at}:40`],
    ...['81.2.69.142', '', '', '', '', said, ward],
  ]),
])

const TRUSTPILOT = csv([
  [
    ...['Review Id', 'Review Created (UTC)', 'Review Consumer User Id', 'Review Title', 'Review Content'],
    ...['Review Stars', 'Source Of Review', 'Domain URL', 'Business Unit Id'],
  ],
  ...[
    [
      'Kind people, cold rooms',
      'Everybody was kind, and the waiting room was so cold that we kept our coats on.',
      '3',
    ],
    ['Called back as promised', 'They said that they would call back on the same day, and they did.', '5'],
  ].map(([title = '', said = '', stars = ''], at) => [
    ...[`65f1c0de${at}`, `2026-04-0${at + 1} 17:20:11`, `c0ffee${at}`, title, said, stars],
    ...['Organic', 'clinic.example', 'bu-1'],
  ]),
])

/** Writes the three archives; their absolute paths. */
export function writeExports(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  const files = [
    ['typeform-visit.zip', 'responses.csv', TYPEFORM],
    ['surveymonkey-data-all.zip', 'CSV/Ward survey.csv', `\uFEFF${SURVEYMONKEY}`],
    ['trustpilot-reviews.zip', 'trustpilot-reviews.csv', TRUSTPILOT],
  ] as const
  return files.map(([archive, name, text]) => {
    const path = join(folder, archive)
    writeFileSync(path, zipSync({ [name]: strToU8(text) }))
    return path
  })
}
