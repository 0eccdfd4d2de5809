import type { FoundFigure } from '../../renderer/core/chair/evidence.ts'
import type { ChairPersona, ChairScene, ChairView, Choice, GapPoint } from '../../renderer/core/chair/view.ts'
import { LONG_VOICE, OTHER_SCRIPTS, VOICES } from './chair-people.ts'

/** Every scene of a meeting at the customer chair, and the hard cases of each, for the gallery and for the tests of layout. */

export interface ChairSceneCase {
  readonly name: string
  readonly chair: ChairView
  readonly language?: string
  readonly lowerEdgeMm?: number
  readonly diagonalInches?: number
}

const FIGURE: FoundFigure = {
  itemId: 'metrics/ramps',
  kind: 'metric',
  title: 'Ramps',
  value: 6.1,
  written: '61 %',
  asks: { type: 'of-ten', phrase: 'people who booked a ramp found someone there' },
  source: 'Station counts',
  period: '2025',
}
const ANSWER: FoundFigure = {
  ...FIGURE,
  kind: 'feedback',
  value: 2,
  written: '20 %',
  asks: { type: 'answer', question: 'Will you book help again?', answer: 'Yes, certainly' },
  n: 14,
}
const ENDS = { low: 'Nobody would', high: 'Everybody would' }
const QUESTION = 'How many of ten people like Ruth would book help again?'
const LONG_QUESTION =
  'When the lift at Skelling is out of order before seven in the morning and the help line opens at eight, how many of ten people who depend on it would you say learn of it before they have left their own front door?'
const PROMISE =
  'Every lift that is out of order is on the lift page within five minutes, and on the help line’s tape within ten.'
const EIGHT = [7, 7, 5, 8, 6, 9, 7, 8]
const GAPS: readonly GapPoint[] = [
  { day: '2026-02-03', guess: 8.2, figure: 3 },
  { day: '2026-04-14', guess: 7.1, figure: 4 },
  { day: '2026-06-30', guess: 6.4, figure: 5.2 },
  { day: '2026-09-08', guess: 7, figure: 6.1 },
  { day: '2026-11-23', guess: 7.1, figure: 6.1 },
]

/** @param people of the room: one whom we know, then the others in whatever order */
export function chairScenes(people: readonly ChairPersona[]): ChairSceneCase[] {
  const [ruth] = people
  if (!ruth) throw new Error('A chair needs somebody to sit in it.')
  return [
    ...stills(people),
    ...choosing(ruth, people),
    ...guessing(ruth),
    ...reveals(ruth),
    ...promising(ruth),
  ]
}

function stills(people: readonly ChairPersona[]): ChairSceneCase[] {
  const fact = {
    itemId: 'feedback/first-person',
    text: '43 of 60 people we spoke to said that nobody had told them before they left home.',
  }
  const each = people.map((persona) => still(persona.name.toLowerCase(), { type: 'still', persona }))
  const [ruth] = people
  if (!ruth) return each
  const unseen: ChairPersona = {
    ...ruth,
    seated: undefined,
    portrait: undefined,
    evidence: 'assumption',
    n: undefined,
  }
  const named: ChairPersona = { ...ruth, name: 'Wilhelmina-Konstantina von Hohenstaufen' }
  const scene: ChairScene = { type: 'still', persona: ruth, fact }
  return [
    ...each,
    still('fact', scene),
    { ...still('low', scene), lowerEdgeMm: 600 },
    { ...still('high', scene), lowerEdgeMm: 950 },
    { ...still('small-panel', scene), diagonalInches: 24 },
    still('no-picture', { type: 'still', persona: unseen }),
    still('long-name', { type: 'still', persona: named, fact }),
    { ...still('japanese', { type: 'still', persona: { ...ruth, name: '山田ルツ' } }), language: 'ja' },
  ]
}

function still(name: string, scene: ChairScene): ChairSceneCase {
  return {
    name: `still-${name}`,
    chair: { sceneId: `still-${name}`, scene, can: { goOn: false, goBack: false, end: false } },
  }
}

function scene(name: string, of: ChairScene, rest: Partial<ChairSceneCase> = {}): ChairSceneCase {
  return { name, chair: { sceneId: name, scene: of, can: { goOn: true, goBack: true, end: true } }, ...rest }
}

function choices(labels: readonly (string | readonly [string, string])[], highlighted = 0): Choice[] {
  return labels.map((each, index) => {
    const [label, note] = typeof each === 'string' ? [each] : each
    return {
      id: `${index}`,
      label,
      ...(note === undefined ? {} : { note }),
      ...(index < 9 ? { digit: index + 1 } : {}),
      isHighlighted: index === highlighted,
      does: 'choose',
    }
  })
}

function choosing(ruth: ChairPersona, people: readonly ChairPersona[]): ChairSceneCase[] {
  const cards = people.map((persona, index) => ({
    persona,
    id: persona.id,
    label: persona.name,
    digit: index + 1,
    isHighlighted: index === 0,
    does: 'choose' as const,
  }))
  const many = Array.from({ length: 3 }, (_, round) =>
    cards.map((card) => ({
      ...card,
      id: `${card.id}${round}`,
      isHighlighted: round === 2 && card.digit === 2,
    })),
  ).flat()
  const themes = [
    'Lifts',
    'Punctuality',
    'Assistance',
    'Cancellations',
    'First and last trains',
    'Information',
    'Crowding',
    'Tickets',
    'Something else: write it',
  ]
  const promise = { type: 'happened', persona: ruth, place: { index: 0, count: 2 } } as const
  const outcomes = choices(['We kept it', 'Not yet', 'We dropped it', 'Ask again next time'])
  const kept = { itemId: 'commitments/a', promise: PROMISE, owner: 'Station operations', due: '2026-11-20' }
  return [
    scene('persona', { type: 'persona', choices: cards }),
    scene('persona-one', { type: 'persona', choices: cards.slice(0, 1) }),
    scene('persona-many', { type: 'persona', choices: many }),
    scene('topic', { type: 'topic', persona: ruth, choices: choices(themes, 2), isLooking: false }),
    scene('topic-few', { type: 'topic', persona: ruth, choices: choices(themes.slice(6)), isLooking: true }),
    scene('topic-many', {
      type: 'topic',
      persona: ruth,
      choices: choices(
        Array.from({ length: 26 }, (_, at) => `${themes[at % 8]} ${at + 1}`),
        14,
      ),
      isLooking: false,
    }),
    scene(
      'topic-arabic',
      {
        type: 'topic',
        persona: ruth,
        choices: choices(['المصاعد', 'الدقة في المواعيد', 'المساعدة في المحطة'], 1),
        isLooking: false,
      },
      { language: 'ar' },
    ),
    scene('topic-write', {
      type: 'topic',
      persona: ruth,
      choices: [],
      isLooking: false,
      typing: {
        what: 'topic',
        text: 'Will people book help again if we ask them to ring a day ahead?',
        most: 240,
      },
    }),
    scene(
      'write-german',
      {
        type: 'promise',
        persona: ruth,
        topic: 'Aufzüge',
        choices: [],
        typing: {
          what: 'promise',
          text: 'Jeder Aufzug, der stillsteht, steht innerhalb von fünf Minuten auf der Seite. '
            .repeat(3)
            .slice(0, 240),
          most: 240,
        },
      },
      { language: 'de' },
    ),
    scene('happened', {
      ...promise,
      commitment: { ...kept, said: 'The tape says otherwise.' },
      choices: outcomes,
    }),
    scene('happened-long', {
      ...promise,
      commitment: { ...kept, said: LONG_VOICE.text, promise: `${PROMISE} ${PROMISE}` },
      choices: outcomes,
    }),
    scene('happened-refused', {
      ...promise,
      commitment: kept,
      choices: outcomes,
      refusal: {
        message: 'It could not be written: the folder is out of reach.',
        hint: 'It is kept here and written as soon as the folder is back.',
      },
    }),
  ]
}

function guessing(ruth: ChairPersona): ChairSceneCase[] {
  const guess = { type: 'guess', persona: ruth, topic: 'assistance', question: QUESTION, ends: ENDS } as const
  return [
    scene('guess', { ...guess, count: 0 }),
    scene('guess-highlighted', { ...guess, count: 7, highlighted: 6 }),
    scene('guess-many', { ...guess, count: 30, highlighted: 10 }),
    scene('guess-long', { ...guess, question: LONG_QUESTION, count: 2 }),
    scene(
      'guess-arabic',
      {
        ...guess,
        question: 'كم من كل عشرة أشخاص سيحجزون المساعدة مرة أخرى؟',
        ends: { low: 'لا أحد', high: 'الجميع' },
        count: 3,
        highlighted: 4,
      },
      { language: 'ar' },
    ),
    scene(
      'guess-japanese',
      {
        ...guess,
        question: '十人のうち何人が、もう一度手伝いを予約すると思いますか。',
        ends: { low: '誰もしない', high: '全員する' },
        count: 3,
      },
      { language: 'ja' },
    ),
  ]
}

function reveals(ruth: ChairPersona): ChairSceneCase[] {
  const reveal = {
    type: 'reveal',
    persona: ruth,
    topic: 'assistance',
    question: QUESTION,
    ends: ENDS,
    guesses: EIGHT,
    guess: 7.1,
    gaps: [],
    majority: { tone: 'against', count: 11, of: 14 },
  } as const
  const two = VOICES.slice(0, 2)
  const thirty = Array.from({ length: 30 }, (_, at) => [7, 7, 7, 8, 6, 7][at % 6] ?? 7)
  const alike = Array.from({ length: 30 }, () => 10)
  return [
    scene('reveal', { ...reveal, figure: ANSWER, verbatims: two }),
    scene('reveal-metric', { ...reveal, figure: FIGURE, verbatims: VOICES.slice(0, 3) }),
    scene('reveal-four', { ...reveal, figure: FIGURE, verbatims: VOICES }),
    scene('reveal-one-guess', { ...reveal, guesses: [2], guess: 2, figure: ANSWER, verbatims: two }),
    scene('reveal-thirty', {
      ...reveal,
      guesses: thirty,
      guess: 7,
      figure: { ...ANSWER, value: 7.4 },
      verbatims: two,
    }),
    scene('reveal-alike', {
      ...reveal,
      guesses: alike,
      guess: 10,
      figure: { ...ANSWER, value: 10 },
      verbatims: two,
    }),
    scene('reveal-no-guess', { ...reveal, guesses: [], guess: undefined, figure: FIGURE, verbatims: two }),
    scene('reveal-no-figure', { ...reveal, verbatims: VOICES.slice(0, 3) }),
    scene('reveal-long', {
      ...reveal,
      question: LONG_QUESTION,
      figure: FIGURE,
      verbatims: [LONG_VOICE, ...VOICES],
    }),
    scene(
      'reveal-arabic',
      {
        ...reveal,
        question: 'كم من كل عشرة أشخاص سيحجزون المساعدة مرة أخرى؟',
        ends: { low: 'لا أحد', high: 'الجميع' },
        figure: { ...ANSWER, asks: { type: 'answer', question: 'هل ستحجز مرة أخرى؟' } },
        verbatims: OTHER_SCRIPTS,
      },
      { language: 'ar' },
    ),
    scene(
      'reveal-japanese',
      {
        ...reveal,
        question: '十人のうち何人が、もう一度予約すると思いますか。',
        ends: { low: '誰もしない', high: '全員する' },
        figure: ANSWER,
        verbatims: OTHER_SCRIPTS,
      },
      { language: 'ja' },
    ),
    scene('reveal-nothing', { ...reveal, topic: 'parking', majority: undefined, verbatims: [] }),
    scene('objection', { type: 'objection', persona: ruth, topic: 'Booked help at stations' }),
  ]
}

function promising(ruth: ChairPersona): ChairSceneCase[] {
  const ideas = choices([
    ['Put lifts on the page within five minutes', 'Follow-up of a field note, Skelling'],
    ['Somebody on the platform before seven', 'Opportunity in Ruth’s journey'],
    ['Something else: write it', ''],
    'Nothing this time',
  ])
  const commitment = {
    said: VOICES[0]?.text ?? '',
    promise: PROMISE,
    owner: 'Station operations',
    due: '2027-01-15',
  }
  const receipt = {
    type: 'receipt',
    persona: ruth,
    topic: 'assistance',
    question: QUESTION,
    guess: 7.1,
    figure: FIGURE,
    gaps: GAPS,
    isSaving: false,
    isPrinted: false,
    choices: choices(['Print the page', 'Keep it as PDF in the folder', 'Write who was there', 'Done'], 3),
  } as const
  const refusal = {
    message: 'It could not be written: the folder is out of reach.',
    hint: 'It is kept here and written as soon as the folder is back.',
  }
  return [
    scene('promise', { type: 'promise', persona: ruth, topic: 'Booked help at stations', choices: ideas }),
    scene('owner', {
      type: 'owner',
      persona: ruth,
      promise: PROMISE,
      choices: choices(
        ['Station operations', 'Customer service', 'Control room', 'Engineering', 'Somebody else: write it'],
        2,
      ),
    }),
    scene('date', {
      type: 'date',
      persona: ruth,
      promise: PROMISE,
      owner: 'Station operations',
      choices: choices(
        [
          ['In a week', '30 November 2026'],
          ['In two weeks', '7 December 2026'],
          ['In four weeks', '21 December 2026'],
          ['In a quarter', '22 February 2027'],
        ],
        1,
      ),
    }),
    scene('confirm', { type: 'confirm', persona: ruth, topic: 'assistance', commitment }),
    scene('confirm-long', {
      type: 'confirm',
      persona: ruth,
      topic: 'assistance',
      commitment: { ...commitment, said: LONG_VOICE.text, promise: `${PROMISE} ${PROMISE}` },
    }),
    scene('confirm-nothing', { type: 'confirm', persona: ruth, topic: 'assistance' }),
    scene('receipt', { ...receipt, commitment, path: 'commitments/2026-11-23-assistance.yaml' }),
    scene('receipt-first', { ...receipt, commitment, gaps: GAPS.slice(-1), isSaving: true }),
    scene('receipt-nothing', { ...receipt, figure: undefined, gaps: [], guess: undefined }),
    scene('receipt-refused', {
      ...receipt,
      commitment: { ...commitment, promise: `${PROMISE} ${PROMISE}` },
      refusal,
      kept: 'commitments/receipts/2026-11-23-assistance.pdf',
      isPrinted: true,
    }),
  ]
}
