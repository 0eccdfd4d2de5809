import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { interpret } from '../../electron/library/items.ts'
import { readCjml } from '../../electron/library/readers/cjml.ts'
import { readXml } from '../../electron/library/readers/xml.ts'
import type { JourneyBody } from '../../renderer/kinds/journey/schema.ts'
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

const SAMPLE = readFileSync(join(import.meta.dirname, '../../renderer/kinds/journey/sample.cjml.xml'), 'utf8')
const bodyOf = (of: TestRoom, id: string): JourneyBody => of.reader.item(id)?.body as JourneyBody
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

describe('a CJML 2.0 file', () => {
  test('is its journeys, planned and actual, each under its own id', async () => {
    const made = await indexed({
      'journeys/hinge.xml': SAMPLE,
      'journeys/hinge.yaml': 'persona: [edda]\nevidence: research\n',
    })
    expect(made.told()).toEqual([])
    expect(made.ids()).toEqual(['journeys/hinge#PJ1', 'journeys/hinge#AJ1'])
    expect(bodyOf(made, 'journeys/hinge#PJ1')).toMatchObject({
      actor: 'Edda',
      scenario: 'Returning a hinge',
      state: 'planned',
      phases: [
        {
          name: 'The form',
          steps: [{ text: 'Fills in the form', touchpoint: 'Hinge & Sons', channel: 'internet via PC' }],
        },
        {
          name: 'Money back',
          steps: [{ text: 'Gets her money', touchpoint: 'Hinge & Sons', channel: 'email' }],
        },
      ],
    })
    expect(bodyOf(made, 'journeys/hinge#PJ1').phases[0]).not.toHaveProperty('emotion')
    const actual = bodyOf(made, 'journeys/hinge#AJ1')
    expect(actual).toMatchObject({ actor: 'Edda', state: 'as-is', emotion_scale: [1, 5], real_minutes: 95 })
    expect(actual.phases).toMatchObject([
      {
        name: 'The form',
        emotion: -0.75,
        steps: [{ text: 'Fills in the form' }, { text: 'Prints the label at a neighbour’s' }],
        quote: 'I was ashamed to ask.',
        pains: ['None of the reasons was hers.', 'Failed: Fills in the form'],
      },
      {
        name: 'Money back',
        emotion: 0.5,
        steps: [{ text: 'Gets her money' }],
        backstage: 'Hinge & Sons: Asks the depot',
        pains: ['Did not happen: An apology'],
      },
    ])
    expect(made.reader.item('journeys/hinge#AJ1')).toMatchObject({
      envelope: { persona: ['edda'], evidence: 'research' },
      path: 'journeys/hinge.xml',
      line: 33,
    })
  })

  test('as its own site shows it: touchpoints without phases are phases, and a name stands for an id', async () => {
    const made = await indexed({
      'journeys/site.cjml':
        '<CJML version="2.0"><actualJourney><journeyID>AJ1</journeyID><actors><endUser actorID="Carl"><actorName>Carl</actorName></endUser><serviceProvider actorID="Company A"><companyName>Bookis</companyName></serviceProvider></actors><touchpoints><actualCommunicationPoint><touchpointID>TP1</touchpointID><initiator><refersTo actorIDref="Carl"/><initiatorLabel>Customer creates account</initiatorLabel></initiator><receiver><refersTo actorIDref="Bookis"/><receiverLabel>Account registered</receiverLabel></receiver><channel><channelName>Web</channelName></channel></actualCommunicationPoint></touchpoints></actualJourney></CJML>\n',
      'journeys/site.yaml': 'scenario: A first book\n',
    })
    expect(bodyOf(made, 'journeys/site#AJ1')).toMatchObject({
      actor: 'Carl',
      scenario: 'A first book',
      phases: [{ name: 'Customer creates account', steps: [{ touchpoint: 'Bookis', channel: 'Web' }] }],
    })
  })

  test('without a title or an end user is told at its line, with what to write', async () => {
    const made = await indexed({
      'journeys/poor.xml':
        '<CJML version="2.0">\n<actualJourney>\n<actors>\n</actors>\n<touchpoints>\n</touchpoints>\n</actualJourney>\n</CJML>\n',
    })
    expect(made.ids()).toEqual([])
    const told = made.told().join('\n')
    expect(told).toMatch(/error journeys\/poor\.xml:3: actor: /)
    expect(told).toMatch(/error journeys\/poor\.xml:5: phases: .*phases/)
  })

  test('a feeling that cannot be drawn is told at the line of its touchpoint', async () => {
    const made = await indexed({
      'journeys/odd.xml': SAMPLE.replace('<experienceRating>4<', '<experienceRating>purple<'),
    })
    expect(made.told().join('\n')).toMatch(/warning journeys\/odd\.xml:68: phases\[1\]\.emotion: .*purple/)
  })

  test('an id stays when another journey is added, and the file beside it knows the actor better', async () => {
    const one = SAMPLE.replace(/<plannedJourney>[\s\S]*<\/plannedJourney>/, '').replace(
      '<endUser actorIDref="Edda"/>',
      '<endUser actorID="Edda"/>',
    )
    const made = await indexed({ 'journeys/h.xml': one, 'journeys/h.yaml': 'actor: Edda, 61\n' })
    expect(made.ids()).toEqual(['journeys/h#AJ1'])
    expect(bodyOf(made, 'journeys/h#AJ1').actor).toBe('Edda, 61')
    await made.put({ 'journeys/h.xml': SAMPLE })
    await made.index()
    expect(made.ids()).toContain('journeys/h#AJ1')
  })
})

describe('other XML', () => {
  test('in journeys/ it is a problem that says what it is; elsewhere it does no harm', async () => {
    const made = await indexed({
      'journeys/map.xml':
        '<?xml version="1.0"?>\n<bpmn:definitions xmlns:bpmn="x"><bpmn:process/></bpmn:definitions>\n',
      'photos/raw.xml': '<x:xmpmeta/>\n',
    })
    const told = made.told()
    expect(told.join('\n')).toMatch(
      /error journeys\/map\.xml:2: This XML is no journey in CJML: it begins with <definitions>.*Export it as CJML 2\.0/,
    )
    expect(told.join('\n')).toMatch(/note photos\/raw\.xml: .*journeys\//)
    expect(told).toHaveLength(2)
  })

  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE CJML [\n<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\n<!ENTITY x SYSTEM "file:///etc/passwd">\n]>\n<CJML version="2.0"><actualJourney><journeyID>&b;</journeyID></actualJourney></CJML>`

  test.each([
    ['entities of its own', bomb, /defines its own entities/],
    ['an entity that nobody defined', '<CJML>\n<a>&x;</a>\n</CJML>', /cannot be read as XML/],
    ['a text that begins like XML', '<CJML', /end is missing|cannot be read/],
    ['what is cut off', SAMPLE.slice(0, 2_000), /end is missing|cannot be read/],
    ['10,000 levels', `<CJML>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</CJML>`, /64 levels/],
    ['300,000 elements', `<CJML>${'<a/>'.repeat(300_000)}</CJML>`, /200,000 elements/],
    ['21 MB', `<CJML>${' '.repeat(21_000_000)}</CJML>`, /larger than 20 MB/],
    ['a tag closed by another', '<CJML>\n<a>\n</b></CJML>', /cannot be read as XML/],
    ['bytes', 'PK\u0003\u0004\0\0\0\0', /not a text file|cannot be read|damaged/],
  ])('%s is refused', (_, text, message) => {
    const start = performance.now()
    const read = readCjml('journeys/x.xml', bytes(text))
    expect(read.ok ? 'read' : read.unreadable.message).toMatch(message)
    expect(performance.now() - start).toBeLessThan(3_000)
  })

  test('the line of a fault is told', () => {
    const read = readXml('x.xml', bytes('<CJML>\n<a>\n</b></CJML>'))
    expect(read.ok ? 0 : read.unreadable.line).toBe(3)
  })

  test('a document type without entities is passed over, and an old encoding is read as it says', () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE CJML SYSTEM "http://x.invalid/cjml.dtd">\n<CJML><a>Gr\u00fc\u00dfe &#228; &amp; &nbsp;</a></CJML>',
      'latin1',
    )
    const read = readXml('x.xml', latin)
    expect(read.ok && read.value.children[0]?.text).toBe('Grüße ä &')
    const wide = readXml('x.xml', Buffer.from('\uFEFF<CJML><a>Grüße</a></CJML>', 'utf16le'))
    expect(wide.ok && wide.value.children[0]?.text).toBe('Grüße')
  })
})

test('no CJML throws, whatever is in it; what is read makes a journey or a problem', () => {
  const names = [
    ...[
      'CJML',
      'actualJourney',
      'plannedJourney',
      'actors',
      'endUser',
      'serviceProvider',
      'touchpoints',
      'journeyID',
    ],
    ...[
      'actualAction',
      'plannedCommunicationPoint',
      'initiator',
      'receiver',
      'refersTo',
      'initiatorLabel',
      'channel',
    ],
    ...[
      'channelName',
      'belongsTo',
      'journeyPhases',
      'journeyPhase',
      'phaseName',
      'touchpointExperience',
      'experienceRating',
    ],
    ...['timestamps', 'timeCompleted', 'compliance', 'plannedReference', '__proto__', 'constructor'],
  ]
  const text = fc.oneof(
    fc.constantFrom('Edda', '3', '-7', 'PT1H', '2026-01-05T10:00', 'missing', '&amp;', '&x;', '<', '“a”'),
    fc.string(),
  )
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      text,
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.constantFrom('actorID', 'actorIDref', 'phaseID', 'phaseIDref', 'version'),
          fc.constantFrom('a', 'Edda', '2.0', ''),
          fc.array(tie('node'), { maxLength: 5 }),
        )
        .map(([name, key, value, inner]) => `<${name} ${key}="${value}">${inner.join('\n')}</${name}>`),
    ),
  }))
  const journey = fc
    .tuple(fc.constantFrom('actualJourney', 'plannedJourney'), fc.array(node, { maxLength: 6 }))
    .map(([name, inner]) => `<CJML version="2.0"><${name}>${inner.join('')}</${name}></CJML>`)
  fc.assert(
    fc.property(
      fc.oneof(
        journey,
        node,
        fc.string(),
        fc.uint8Array().map((raw) => Buffer.from(raw).toString('latin1')),
      ),
      (document) => {
        const read = readCjml('journeys/x.xml', bytes(document))
        if (!read.ok) {
          expect(read.unreadable.message).not.toBe('')
          expect(read.unreadable.hint).not.toBe('')
          return
        }
        for (const { fields, line, lines } of read.value) {
          const draft = {
            path: 'journeys/x.xml',
            line,
            fields,
            lines,
            sections: [],
            pictures: [],
            siblings: [],
          }
          const made = interpret(draft, 'journey')
          expect(made.ok || made.problems.some(({ severity }) => severity === 'error')).toBe(true)
          expect(JSON.stringify(made.problems)).not.toContain('could not be read:')
        }
      },
    ),
    { numRuns: 400 },
  )
})
