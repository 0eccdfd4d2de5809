import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headOf } from './readers/table-head.ts'
import { type TableColumns, tableColumns } from './table-columns.ts'
import { headerSignature, mappingOf } from './table-mapping.ts'

type Table = readonly (readonly string[])[]

function decide(table: Table, { columns = {}, given = [], before }: Partial<Options> = {}): TableColumns {
  const { headers, codes, depth } = headOf(table)
  const start = { codes, rows: table.slice(depth), last: true }
  const asked = { kind: 'quote', headers, start, mapping: mappingOf(columns), given, before } as const
  const decided = tableColumns(asked)
  if (!decided) throw new Error('a table that was shown whole was not decided')
  return decided
}

interface Options {
  readonly columns: Readonly<Record<string, string>>
  readonly given: readonly string[]
  readonly before: string
}

/** What each column is read as, by its header. */
function read(table: Table, options?: Partial<Options>): Record<string, string | undefined> {
  const { names } = decide(table, options)
  return Object.fromEntries(headOf(table).headers.map((header, place) => [header, names[place]]))
}

const csv = (text: string): string[][] => text.split('\n').map((line) => line.split(','))

describe('tables as they are exported', () => {
  test('Google Forms', () => {
    expect(
      read(csv('Timestamp,What went wrong?,How often?\n2026/03/04 10:00:00,The bus never came at all,Daily')),
    ).toEqual({
      Timestamp: 'Timestamp',
      'What went wrong?': 'text',
      'How often?': undefined,
    })
  })

  test('Typeform', () => {
    const table = csv(
      '#,What hinders you?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID\nk3j,I wait for the bus,completed,2026-03-04 10:00:00,,2026-03-04 10:01:00,9f8e',
    )
    expect(read(table)).toMatchObject({ '#': '#', 'What hinders you?': 'text', 'Network ID': undefined })
    expect(decide(table).id).toBe('#')
  })

  test('SurveyMonkey has two rows of headers', () => {
    const table = csv(
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,What hinders you?,How often?,\n,,,,,,,,,Open-Ended Response,Response,Other (please specify)\n11,5,2026-03-04,2026-03-05,10.0.0.1,r@example.org,Ruth,Smith,,I wait for the bus,Daily,\n12,5,2026-03-04,2026-03-05,10.0.0.2,t@example.org,Tom,Lang,,It is late every day,,when my own car is broken',
    )
    const decided = decide(table)
    expect(headOf(table).headers.slice(-3)).toEqual([
      'What hinders you?',
      'How often?',
      'How often?: Other (please specify)',
    ])
    expect(
      decided.names.map((name, place) => (name === 'text' ? place : -1)).filter((place) => place >= 0),
    ).toEqual([9])
    expect(decided).toMatchObject({
      id: 'Respondent ID',
      personal: ['IP Address', 'Email Address', 'First Name', 'Last Name'],
      prose: { by: 'values', others: ['How often?: Other (please specify)'] },
    })
  })

  const QUALTRICS: Table = [
    [
      'StartDate',
      'RecordedDate',
      'ResponseId',
      'RecipientEmail',
      'DistributionChannel',
      'UserLanguage',
      'Q1',
      'Q4',
    ],
    [
      'Start Date',
      'Recorded Date',
      'Response ID',
      'Recipient Email',
      'Channel',
      'Language',
      'How often?',
      'Why is that?',
    ],
    [
      'startDate',
      'recordedDate',
      '_recordId',
      'recipientEmail',
      'ch',
      'userLanguage',
      'QID1',
      'QID4_TEXT',
    ].map((id) => `{"ImportId":"${id}"}`),
    ['2026-03-04', '2026-03-05', 'R_1', 'r@example.org', 'anonymous', 'EN', 'Daily', 'There is no other bus'],
  ]

  test('Qualtrics has three, and a question may be named by its code', () => {
    expect(read(QUALTRICS)).toMatchObject({
      RecordedDate: 'RecordedDate',
      ResponseId: 'ResponseId',
      RecipientEmail: undefined,
      DistributionChannel: undefined,
      'How often?': undefined,
      'Why is that?': 'text',
    })
    expect(decide(QUALTRICS)).toMatchObject({ id: 'ResponseId', personal: ['RecipientEmail'] })
    expect(read(QUALTRICS, { columns: { text: 'Q1' } })).toMatchObject({
      'How often?': 'text',
      'Why is that?': undefined,
    })
  })

  test('Google Play', () => {
    const headers =
      'Package Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Text,Review Link'
    expect(
      read(
        csv(
          `${headers}\norg.example,en,a71,2026-03-04T10:00:00Z,1770000000000,2,Late,It is slow,We are very sorry to hear that,`,
        ),
      ),
    ).toMatchObject({
      'Review Text': 'text',
      'Review Title': 'title',
      'Star Rating': 'Star Rating',
      'Developer Reply Text': undefined,
      Device: undefined,
    })
  })

  test('Trustpilot', () => {
    const headers =
      'Domain Url,Review Id,Review Created (UTC),Review Consumer User Id,Review Username,Review User Email,Review Title,Review Content,Review Stars,Source Of Review'
    const table = csv(`${headers}\nexample.org,5f,2026-03-04,u1,Ruth,r@example.org,Late,It is slow,2,Organic`)
    expect(read(table)).toMatchObject({
      'Review Content': 'text',
      'Review Title': 'title',
      'Review Stars': 'Review Stars',
    })
    expect(decide(table)).toMatchObject({
      id: 'Review Id',
      personal: ['Review Consumer User Id', 'Review Username', 'Review User Email'],
    })
  })
})

describe('a table that nobody has explained', () => {
  test('a question is chosen before the box for everything else, however much is in that', () => {
    const table = csv(
      'Other (please specify),Why?\nA very long remark on something that nobody has asked about,It was late again',
    )
    expect(decide(table).prose).toMatchObject({ header: 'Why?', others: ['Other (please specify)'] })
  })

  test('only choices, dates and numbers are no quote, and it is said what they are', () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `2026-03-04,${index},${['Once a year or less', 'Every day of the week'][index % 2]}`,
    )
    const { prose, names } = decide(csv(`Sent,Nr,How often do you fly?\n${rows.join('\n')}`))
    expect(prose).toMatchObject({ by: 'nobody', rows: 30 })
    expect(names).not.toContain('text')
  })

  test('a column called Response that holds one of two choices is not quoted', () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `${index % 2 ? 'Yes' : 'No'},Answer ${index} says why it is so`,
    )
    expect(read(csv(`Response,Why?\n${rows.join('\n')}`))).toEqual({ Response: undefined, 'Why?': 'text' })
  })

  test('a date is known by its cells, unless the file beside the table gives one', () => {
    const table = csv('Abgegeben,Warum?\n04.03.2026,Der Bus kam wieder nicht')
    expect(read(table)).toEqual({ Abgegeben: 'captured', 'Warum?': 'text' })
    expect(read(table, { given: ['date'] })).toEqual({ Abgegeben: undefined, 'Warum?': 'text' })
  })

  test('a column From that holds towns gives no date', () => {
    expect(read(csv('From,Quote\nNew Town,It was late\nOld Skelling,It was early'))['From']).toBeUndefined()
  })

  test('more rows are asked for where the first say nothing', () => {
    const start = { codes: [], rows: [['', '5']], last: false }
    const asked = {
      kind: 'quote',
      headers: ['Why?', 'Score'],
      mapping: mappingOf({}),
      given: [],
      before: undefined,
    } as const
    expect(tableColumns({ ...asked, start })).toBeUndefined()
    expect(tableColumns({ ...asked, start: { ...start, last: true } })?.prose.by).toBe('nobody')
  })

  test('what was chosen before stays until another column holds clearly more', () => {
    const table = (words: string): Table => csv(`Why?,What else?\nIt was late again,${words}`)
    expect(decide(table('The lift was out again today')).prose).toMatchObject({ header: 'What else?' })
    expect(decide(table('The lift was out again today'), { before: 'why' }).prose).toMatchObject({
      header: 'Why?',
    })
    expect(decide(table('The lift was out '.repeat(9)), { before: 'why' }).prose).toMatchObject({
      header: 'What else?',
    })
    expect(decide(csv('Why?,What else?\n2026-03-04,It was late'), { before: 'why' }).prose).toMatchObject({
      header: 'What else?',
    })
  })
})

test('a named column that is not there is told, and no other one is taken', () => {
  const { lacking, prose } = decide(csv('Why?,What else?\nIt was late again,Nothing at all to say'), {
    columns: { text: 'Wy?' },
  })
  expect(lacking).toEqual([{ field: 'text', header: 'Wy?' }])
  expect(prose).toMatchObject({ by: 'nobody' })
})

const words = fc
  .array(fc.constantFrom('the', 'lift', 'was', 'late', 'again', 'and', 'nobody', 'told', 'us'), {
    minLength: 3,
    maxLength: 20,
  })
  .map((all) => all.join(' '))
const column = fc.oneof(
  fc.array(words, { minLength: 12, maxLength: 12 }),
  fc.array(fc.constantFrom('Once a year or less', 'Every day of the week'), {
    minLength: 12,
    maxLength: 12,
  }),
  fc.array(fc.constantFrom('2026-03-04', '2026-03-05'), { minLength: 12, maxLength: 12 }),
  fc.array(fc.constantFrom('1', '2', ''), { minLength: 12, maxLength: 12 }),
)
const columns = fc
  .array(column, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((cells, index) => [`Question ${index}`, ...cells]))

function turned(table: readonly (readonly string[])[]): string[][] {
  return (table[0] ?? []).map((_, place) => table.map((row) => row[place] ?? ''))
}

function chosenOf(table: Table): unknown {
  const { prose } = decide(table)
  return prose.by === 'values' ? [prose.header, ...prose.others] : prose.by
}

test('the order of columns and of rows does not change what is chosen', () => {
  const shuffled = columns.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([all, others, order]) => {
      const [head = [], ...rows] = turned(others)
      const mixed = [head, ...order.map((place) => rows[place] ?? [])]
      expect(chosenOf(mixed)).toEqual(chosenOf(turned(all)))
      expect(headerSignature('quote', head)).toBe(
        headerSignature(
          'quote',
          all.map(([header = '']) => header),
        ),
      )
    }),
  )
})

test('a choice, a date or a number is never taken for what somebody said', () => {
  fc.assert(
    fc.property(columns, (all) => {
      const { names } = decide(turned(all))
      const place = names.indexOf('text')
      if (place === -1) return
      for (const cell of all[place]?.slice(1) ?? []) expect(cell).not.toMatch(/^\d|^Once a year|^Every day/)
    }),
  )
})
