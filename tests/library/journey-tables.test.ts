import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { interpret } from '../../electron/library/items.ts'
import { type JourneyBody, journey } from '../../renderer/kinds/journey/schema.ts'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

const body = (of: TestRoom, id: string): JourneyBody => {
  const found = of.reader.item(id)?.body
  if (found === undefined) throw new Error(`no ${id}: ${of.ids().join(', ')}\n${of.told().join('\n')}`)
  return found as JourneyBody
}
const faults = (of: TestRoom): string[] => of.told().filter((line) => !line.startsWith('note '))

const SAMPLE = readFileSync(join(import.meta.dirname, '../../renderer/kinds/journey/sample.csv'), 'utf8')

describe('a row for each touchpoint', () => {
  test('rows become the steps of phases, with what merged cells leave out filled in', async () => {
    const made = await indexed({ 'journeys/hinge.csv': SAMPLE })
    expect(made.ids()).toEqual(['journeys/hinge#A hinge that does not fit / Edda'])
    const found = body(made, made.ids()[0] ?? '')
    expect(found).toMatchObject({
      actor: 'Edda',
      scenario: 'A hinge that does not fit',
      emotion_scale: [1, 5],
    })
    expect(found.phases.map(({ name, emotion }) => [name, emotion])).toEqual([
      ['The parcel', 0.5],
      ['The form', -0.75],
      ['The till', 0.6],
    ])
    expect(found.phases[1]).toMatchObject({
      steps: [
        { text: 'Looks for the form.', touchpoint: 'Returns form', channel: 'web' },
        { text: 'Fills it in, twice.', touchpoint: 'Returns form', channel: 'web' },
        { text: 'Prints the label', touchpoint: 'Printer', channel: 'at home' },
      ],
      pains: ['The reason is a list of five', 'No printer'],
      opportunities: ['One free line'],
      moment_of_truth: true,
      quote: 'It will not let me say why.',
    })
    expect(found.phases[2]?.moment_of_truth).toBe(false)
    expect(made.reader.item(made.ids()[0] ?? '')?.envelope).toMatchObject({
      persona: ['Edda'],
      evidence: 'partial',
    })
    expect(faults(made)).toEqual([])
    expect(made.told().join('\n')).toMatch(/note .*nothing was made of: Thoughts/)
  })

  test('a table without a persona is one journey under the name of its file; the file beside it says whose', async () => {
    const made = await indexed({
      'journeys/returns.csv': 'Phase;Schritt;Stimmung\nPaket;Öffnet es;2\nFormular;Füllt es aus;-2\n',
      'journeys/returns.yaml':
        'actor: Edda\nscenario: A return\nemotion_scale: [-2, 2]\nevidence: research\n',
    })
    expect(made.ids()).toEqual(['journeys/returns'])
    expect(body(made, 'journeys/returns').phases).toMatchObject([
      { name: 'Paket', emotion: 1, steps: [{ text: 'Öffnet es' }] },
      { name: 'Formular', emotion: -1, steps: [{ text: 'Füllt es aus' }] },
    ])
    expect(faults(made)).toEqual([])
  })

  test('several journeys in one table keep their ids when rows and journeys are added', async () => {
    const head = 'Journey,Actor,Phase,Step,Feeling\n'
    const rows = 'Return,Edda,Parcel,Opens it,happy\n,,Form,Fills it in,angry\nOrder,Marek,Shop,Looks,calm\n'
    const made = await indexed({ 'journeys/all.csv': head + rows })
    expect(made.ids()).toEqual(['journeys/all#Return / Edda', 'journeys/all#Order / Marek'])
    expect(made.reader.item('journeys/all#Order / Marek')).toMatchObject({ line: 4, title: 'Marek: Order' })
    await made.put({ 'journeys/all.csv': `${head}Repair,Samira,Hall,Waits,sad\n${rows},,Till,Pays,happy\n` })
    await made.index()
    expect(made.ids()).toEqual([
      'journeys/all#Repair / Samira',
      'journeys/all#Return / Edda',
      'journeys/all#Order / Marek',
    ])
    expect(body(made, 'journeys/all#Order / Marek').phases.map(({ name }) => name)).toEqual(['Shop', 'Till'])
  })

  test('rows of several personas, mixed as a workshop leaves them, are parted; a shared row is in each', async () => {
    const made = await indexed({
      'journeys/two.csv':
        'Phase,Persona,Action,Scenario\nHome,Ruth,Calls,A trip\nHome,Tomas,Opens the app,A trip\nStop,"Ruth, Tomas",Waits,A trip\n',
    })
    expect(made.ids().map((id) => [id, body(made, id).phases.map(({ steps }) => steps[0]?.text)])).toEqual([
      ['journeys/two#A trip / Ruth', ['Calls', 'Waits']],
      ['journeys/two#A trip / Tomas', ['Opens the app', 'Waits']],
    ])
  })

  test('without phases each touchpoint is one; numbered rows go by their number', async () => {
    const made = await indexed({
      'journeys/t.csv':
        'No,Touchpoint,Action,Score,Actual duration\n3,Till,Pays,9,5 min\n1,Web,Looks,2,1:30\n2,Shop,Tries it on,0,\n',
      'journeys/t.yaml': 'actor: Edda\nscenario: A dress\n',
    })
    const found = body(made, 'journeys/t')
    expect(found.phases.map(({ name, emotion }) => [name, emotion])).toEqual([
      ['Web', -0.6],
      ['Shop', -1],
      ['Till', 0.8],
    ])
    expect(found).toMatchObject({ emotion_scale: [0, 10], real_minutes: 95 })
    expect(made.told().join('\n')).toMatch(/warning journeys\/t\.csv.*emotion_scale: No scale is named/)
  })

  test('a mapping of one header in a language that we do not know leaves the others known', async () => {
    const made = await indexed({
      'journeys/m.csv': 'Vaihe,Touchpoint,Feeling\nKotona,Sovellus,happy\n',
      'journeys/m.yaml': 'actor: Aino\nscenario: Matka\ncolumns: {phase: Vaihe}\n',
    })
    expect(body(made, 'journeys/m').phases).toMatchObject([
      { name: 'Kotona', emotion: 0.6, steps: [{ text: 'Sovellus' }] },
    ])
  })

  test('a feeling that nobody can draw is told with its line', async () => {
    const made = await indexed({
      'journeys/odd.csv': 'Actor,Scenario,Phase,Step,Emotion\nA,B,One,Goes,happy\nA,B,Two,Stays,purple\n',
    })
    expect(made.told().join('\n')).toMatch(/warning journeys\/odd\.csv:3: phases\[1\]\.emotion: .*purple/)
  })

  test('what the table does not say is told, with what to write where', async () => {
    const made = await indexed({
      'journeys/bare.csv': 'Phase,Step\nOne,Goes\n',
      'journeys/no.csv': 'Colour,Size\nred,4\n',
    })
    const told = made.told().join('\n')
    expect(made.ids()).toEqual([])
    expect(told).toMatch(/error journeys\/bare\.csv:\d+: actor: .*missing/i)
    expect(told).toMatch(/note journeys\/bare\.csv:1: .*journeys\/bare\.yaml/)
    expect(told).toMatch(/warning journeys\/no\.csv.* No column of this table is a phase/)
  })

  test('rows that differ in who may see them are no journey', async () => {
    const head = 'Actor,Scenario,Phase,Step'
    const made = await indexed({
      'journeys/a.csv': `${head},Audience\nA,B,One,Goes,staff\nA,B,Two,Stays,public\n`,
      'journeys/c.csv': `${head},Audience\nA,B,One,Goes,staff\nA,B,Two,Stays,staff\n`,
    })
    expect(made.ids()).toEqual(['journeys/c#B / A'])
    expect(made.reader.item('journeys/c#B / A')?.envelope.audience).toEqual(['staff'])
    expect(made.told().join('\n')).toMatch(/error journeys\/a\.csv.*audience/i)
  })

  test('41 phases are too many for one journey, 40 are not', async () => {
    const table = (count: number): string =>
      `Actor,Scenario,Phase,Step\n${Array.from({ length: count }, (_, index) => `A,B,Phase ${index},Goes\n`).join('')}`
    const made = await indexed({
      'journeys/40.csv': table(40),
      'journeys/41.csv': table(41),
      'journeys/1.csv': table(1),
    })
    expect(made.ids()).toEqual(['journeys/1#B / A', 'journeys/40#B / A'])
    expect(made.told().join('\n')).toMatch(/error journeys\/41\.csv:.*more than 40 phases/)
  })

  test('marked words are on no slide, and columns with names are not read', async () => {
    const made = await indexed({
      'journeys/r.csv':
        'Actor,Scenario,Phase,Step,Quote,E-mail\nA,B,One,Meets [[Lindqvist]],I am [[Lindqvist]],x@y.org\n',
    })
    expect(JSON.stringify(made.reader.item('journeys/r#B / A'))).not.toMatch(/Lindqvist|x@y/)
    expect(body(made, 'journeys/r#B / A').phases[0]?.quote).toBe('I am ——')
  })
})

describe('a map drawn as a map', () => {
  const LANES =
    'Stages,Aware,Book,Travel,Book\nCustomer actions,Sees a poster,Opens the app,Boards,Books the way back\nTouchpoints,Poster,App,Tram,App\nEmotion (-2..2),0,1,-2,\nPain points,,,No ramp,\nMoments of truth,,,x,\nKPIs,1,2,3,4\n'

  test('phases are its columns, and the first column says what each row is about', async () => {
    const made = await indexed({
      'journeys/map.csv': LANES,
      'journeys/map.yaml': 'actor: Ruth\nscenario: A trip\n',
    })
    const found = body(made, 'journeys/map')
    expect(found.emotion_scale).toEqual([-2, 2])
    expect(found.phases.map(({ name, emotion, steps }) => [name, emotion, steps])).toEqual([
      ['Aware', 0, [{ text: 'Sees a poster', touchpoint: 'Poster' }]],
      ['Book', 0.5, [{ text: 'Opens the app', touchpoint: 'App' }]],
      ['Travel', -1, [{ text: 'Boards', touchpoint: 'Tram' }]],
      ['Book', undefined, [{ text: 'Books the way back', touchpoint: 'App' }]],
    ])
    expect(found.phases[2]).toMatchObject({ moment_of_truth: true, pains: ['No ramp'] })
    expect(faults(made)).toEqual([])
  })
})

test('no table makes the reading of journeys throw, and none becomes a journey that the schema refuses to draw', () => {
  const header = fc.oneof(
    fc.constantFrom(
      'Phase',
      'Step',
      'Touchpoint',
      'Emotion (1-5)',
      'Persona',
      'Journey',
      'No',
      'Audience',
      '__proto__',
      'constructor',
      'Until',
    ),
    fc.string(),
  )
  const cell = fc.oneof(
    fc.constantFrom('x', '3', '😀', 'Ruth; Tomas', '75%', '', '[[a', 'Emotion', 'Pains'),
    fc.string(),
  )
  const table = fc.uniqueArray(header, { minLength: 1, maxLength: 8 }).chain((headers) =>
    fc.record({
      headers: fc.constant(headers),
      rows: fc.array(fc.array(cell, { maxLength: headers.length }), { maxLength: 12 }),
    }),
  )
  fc.assert(
    fc.property(table, ({ headers, rows }) => {
      const draft = {
        ...{
          path: 'journeys/x.csv',
          line: 1,
          fields: {},
          lines: {},
          sections: [],
          pictures: [],
          siblings: [],
          headers,
        },
        table: rows.map((cells, index) => ({
          line: index + 2,
          cells: Object.fromEntries(cells.map((value, place) => [headers[place] ?? '', value])),
        })),
      }
      for (const part of journey.divideTable?.(draft) ?? []) {
        const made = interpret(part, 'journey')
        expect(made.ok || made.problems.some(({ severity }) => severity === 'error')).toBe(true)
        expect(JSON.stringify(made.problems)).not.toContain('could not be read')
      }
    }),
    { numRuns: 300 },
  )
})
