import type { FoundFigure, FoundIdea } from '../../renderer/core/chair/evidence.ts'
import { type Passage, type Ratings, toneOf } from '../../renderer/core/evidence/passage.ts'
import { folded } from '../../renderer/core/evidence/words.ts'
import type { Item } from '../../renderer/core/item.ts'
import { type BodyOf, isKind, type Kind, kinds } from '../../renderer/kinds/index.ts'
import { figureOf } from './figures.ts'

/** What an item of each kind has to say on a topic: words of a customer, a figure, or something that somebody thought of. */

export interface Testimony {
  readonly passages: readonly Passage[]
  readonly figure?: Measured | undefined
  readonly ideas: readonly Idea[]
}

/** A figure, with all that tells what it is about. */
export interface Measured {
  readonly found: FoundFigure
  readonly about: string
}

export interface Idea {
  readonly found: FoundIdea
  readonly about: string
}

const NOTHING: Testimony = { passages: [], ideas: [] }

/** Kinds that have anything to say. */
export const WITNESSES: readonly string[] = [
  'quote',
  'observation',
  'call',
  'clip',
  'metric',
  'feedback',
  'journey',
] satisfies readonly Kind[]

/** Of an item as it is in the index now; nothing where this version cannot read it. */
export function testimonyOf(item: Item, language: string): Testimony {
  if (!isKind(item.kind)) return NOTHING
  const read = kinds[item.kind].schema.safeParse(item.body)
  return read.success ? BY_KIND[item.kind](item, read.data as never, language) : NOTHING
}

type Witness<K extends Kind> = (item: Item, body: BodyOf<K>, language: string) => Testimony

const SILENT = (): Testimony => NOTHING

const BY_KIND: { readonly [K in Kind]: Witness<K> } = {
  quote: (item, { text, who, channel, stars, nps }) => said(item, [{ text, who, channel }], { stars, nps }),
  observation: (item, { verbatim, what, where, followUp, emotion }) => ({
    ...said(item, verbatim === undefined ? [] : [{ text: verbatim, channel: where }], { emotion }),
    ideas: followUp === undefined ? [] : [idea(item, followUp, [what, verbatim ?? ''])],
  }),
  call: (item, { captions, speakers }) => said(item, turns(captions, speakers)),
  clip: (item, { captions, speakers }) => said(item, turns(captions, speakers)),
  metric: (item, body, language) => measured(item, figureOf.metric(item, body, language), body.phrase),
  feedback: (item, body, language) => measured(item, figureOf.feedback(item, body, language), body.question),
  journey: (item, { scenario, phases }) => ({
    passages: [],
    ideas: phases.flatMap(({ name, steps, pains, quote, opportunities }) =>
      opportunities.map((text) =>
        idea(item, text, [scenario, name, ...steps.map((step) => step.text), ...pains, quote ?? '']),
      ),
    ),
  }),
  persona: SILENT,
  photo: SILENT,
  prompt: SILENT,
  commitment: SILENT,
}

interface Saying {
  readonly text: string
  readonly who?: string | undefined
  readonly channel?: string | undefined
}

function said(item: Item, sayings: readonly Saying[], ratings: Ratings = {}): Testimony {
  const { source, captured, lang, evidence, persona = [], theme = [], sentiment } = item.envelope
  const tone = toneOf({ ...ratings, sentiment })
  const themes = theme.map((name) => folded(name).text)
  const passages = sayings.map(
    (saying): Passage => ({
      ...{ itemId: item.id, kind: item.kind, title: item.title, personas: persona, themes, tone },
      ...{ source, captured, lang, evidence },
      ...saying,
    }),
  )
  return { passages, ideas: [] }
}

/** What the customer says without a break, from caption to caption: words of the transcript, in their order. */
function turns(
  captions: BodyOf<'call'>['captions'],
  speakers: BodyOf<'call'>['speakers'],
): readonly Saying[] {
  const runs: { speaker: number; texts: string[] }[] = []
  for (const { speaker, text } of captions) {
    const last = runs.at(-1)
    if (last?.speaker === speaker) last.texts.push(text)
    else runs.push({ speaker, texts: [text] })
  }
  return runs.flatMap(({ speaker, texts }) => {
    const { role, label } = speakers[speaker] ?? {}
    return role === 'customer' ? [{ text: texts.join(' '), who: label }] : []
  })
}

function measured(item: Item, found: FoundFigure | undefined, what: string): Testimony {
  const about = [what, item.title, ...(item.envelope.theme ?? [])].join(' ')
  return found === undefined ? NOTHING : { passages: [], ideas: [], figure: { found, about } }
}

function idea({ id, kind, title }: Item, text: string, about: readonly string[]): Idea {
  return { found: { itemId: id, kind, title, text }, about: [text, ...about].join(' ') }
}
