import type { ChairPersona, ChairVerbatim } from '../../renderer/core/chair/view.ts'
import type { CastMember } from '../../renderer/core/contract.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { PersonaBody } from '../../renderer/kinds/persona/schema.ts'

/** A persona of a room as the chair gets her. */
export function chairPersona(item: Item, member: CastMember): ChairPersona {
  const body = item.body as PersonaBody
  const { alt, captured, lang, n, source } = item.envelope
  return {
    ...member,
    sentence: { text: body.quote ?? body.need ?? body.name, isHers: body.quote !== undefined },
    description: body.description,
    occupation: body.occupation,
    frustrations: body.frustrations,
    seated: item.media['cutout'],
    heightMm: body.height,
    isComposite: body.composite,
    ...{ alt, captured, lang, n, source },
  }
}

const base = { kind: 'quote', title: 'A voice', isAgainst: false, evidence: 'research' } as const

/** What people said of booked help at a station, and one who speaks against the others. */
export const VOICES: readonly ChairVerbatim[] = [
  {
    ...base,
    itemId: 'quotes/a',
    text: 'I booked it twice. Twice I watched my own train leave. Now I ask my son.',
    who: 'Woman, 74',
    source: 'Interview at Orrin',
    captured: '2025-11',
  },
  {
    ...base,
    itemId: 'quotes/b',
    text: 'The lad at Orrin knows my name. I would book it just for him.',
    who: 'Man, 80',
    source: 'Interview at Orrin',
    captured: '2025-11-14',
    isAgainst: true,
  },
  {
    ...base,
    itemId: 'quotes/c',
    text: 'Somebody came. He was very kind, and he was eleven minutes late, and so was I for the rest of the day.',
    who: 'Woman, 61',
    channel: 'Help line',
    captured: '2026-02',
    evidence: 'partial',
  },
  {
    ...base,
    itemId: 'quotes/d',
    text: 'Why do I have to book a day ahead to leave my own town?',
    source: 'Station survey',
  },
]

export const LONG_VOICE: ChairVerbatim = {
  ...base,
  itemId: 'quotes/long',
  text: 'The first time I rang them they told me that the ramp would be there, and it was, and I thought that this was how it would be from now on. The second time nobody came and the guard looked at me as if I had done it on purpose, and then a young woman with a rucksack and a man who had clearly been up all night lifted the chair between them, and I held on to the rail and said nothing, because what do you say. The third time I did not ring. I went by bus, which takes two hours and four minutes, and I have gone by bus ever since, and I count the minutes, and I send you the count every month, and nobody has ever answered.',
  who: 'Woman, 58, who uses a power chair and travels three times a week between Skelling and Millbeck',
  source: 'Letter to the customer panel, read aloud at its meeting with her consent',
  captured: '2026-03-04',
}

export const OTHER_SCRIPTS: readonly ChairVerbatim[] = [
  {
    ...base,
    itemId: 'quotes/ar',
    text: 'حجزت المساعدة مرتين، ومرتين غادر القطار بدوني.',
    lang: 'ar',
    who: 'امرأة، ٧٤',
  },
  {
    ...base,
    itemId: 'quotes/ja',
    text: '二回予約して、二回とも電車は私を置いて行きました。今は息子に頼みます。',
    lang: 'ja',
    isAgainst: true,
  },
]
