import { LONGEST_TEXT } from '../../renderer/core/chair/calls.ts'
import { fieldOf, type Offer, offers } from '../../renderer/core/chair/choices.ts'
import type { FoundFigure } from '../../renderer/core/chair/evidence.ts'
import type { MeetingRoom, MeetingState } from '../../renderer/core/chair/meeting.ts'
import { stepBefore } from '../../renderer/core/chair/step.ts'
import type {
  ChairFact,
  ChairPersona,
  ChairScene,
  ChairVerbatim,
  ChairView,
  Choice,
  GapPoint,
  PromisedView,
  Typing,
} from '../../renderer/core/chair/view.ts'
import { questionOf } from '../../renderer/core/chair/words.ts'
import type { CastMember } from '../../renderer/core/contract.ts'
import type { Item } from '../../renderer/core/item.ts'
import { kinds } from '../../renderer/kinds/index.ts'
import { definitionFor } from '../item-standing.ts'
import type { DuePromise } from './chair-room.ts'

/** What scenes are made from: everything that comes out of it may be shown at this very moment. */
export interface ChairSources {
  readonly room: MeetingRoom
  readonly roomName: string
  /** The item, if it may be shown. */
  item(id: string): Item | undefined
  member(id: string): CastMember | undefined
  due(itemId: string): DuePromise | undefined
  fact(personaId: string): ChairFact | undefined
  /** The latest last. */
  gaps(personaId: string): readonly GapPoint[]
}

/** The scene as the wall gets it; undefined where nobody may sit in the chair. */
export function chairView(state: MeetingState, prefix: string, sources: ChairSources): ChairView | undefined {
  const scene = sceneOf(state, sources)
  return (
    scene && {
      sceneId: `${prefix}${state.serial}`,
      scene,
      can: {
        goOn: state.looking === undefined && !isEmptyField(state),
        goBack:
          state.isTyping || state.looking !== undefined || stepBefore(state, sources.room) !== undefined,
        end: state.step !== 'still',
      },
    }
  )
}

function isEmptyField(state: MeetingState): boolean {
  const field = fieldOf(state)
  return state.isTyping && (field === undefined || (state.typed[field] ?? '').trim() === '')
}

function sceneOf(state: MeetingState, sources: ChairSources): ChairScene | undefined {
  const { room } = sources
  const choices = choicesOf(state, room)
  const typing = typingOf(state)
  if (state.step === 'persona') {
    const seated = choices.flatMap((choice) => {
      const persona = chairPersona(choice.id, sources)
      return persona ? [{ ...choice, persona }] : []
    })
    return { type: 'persona', choices: seated }
  }
  const id = state.persona ?? room.personaOfDay
  const persona = id === undefined ? undefined : chairPersona(id, sources)
  if (id === undefined || !persona) return undefined
  if (state.step === 'still') return { type: 'still', persona, fact: sources.fact(id) }
  if (state.step === 'happened') return happened(state, persona, choices, sources)
  if (state.step === 'topic')
    return { type: 'topic', persona, choices, typing, isLooking: state.looking !== undefined }
  const topic = state.topic?.words ?? ''
  const asked = question(state, persona, room)
  switch (state.step) {
    case 'guess':
      return {
        ...{ type: 'guess', persona, topic, ...asked },
        count: state.guesses.length,
        highlighted: state.highlighted,
      }
    case 'reveal':
      return {
        ...{ type: 'reveal', persona, topic, ...asked },
        guesses: state.guesses,
        guess: meanOf(state.guesses),
        figure: shownFigure(state, sources),
        verbatims: shownVerbatims(state, sources),
        majority: state.found.majority,
        gaps: sources.gaps(id),
      }
    case 'objection':
      return { type: 'objection', persona, topic }
    case 'promise':
      return { type: 'promise', persona, topic, choices, typing }
    case 'owner':
      return { type: 'owner', persona, promise: promiseOf(state), choices, typing }
    case 'date':
      return { type: 'date', persona, promise: promiseOf(state), owner: state.owner ?? '', choices }
    case 'confirm':
      return { type: 'confirm', persona, topic, commitment: promised(state, sources) }
    case 'receipt':
      return {
        ...{ type: 'receipt', persona, topic, question: asked.question, choices, typing },
        guess: meanOf(state.guesses),
        figure: shownFigure(state, sources),
        commitment: promised(state, sources),
        gaps: sources.gaps(id),
        isSaving: state.saving?.isDone === false || state.receipt.isMaking,
        path: state.saving?.path,
        kept: state.receipt.kept,
        isPrinted: state.receipt.isPrinted,
        refusal: state.refusal,
      }
  }
}

/** A promise that was answered for elsewhere meanwhile is not asked for. */
function happened(
  state: MeetingState,
  persona: ChairPersona,
  choices: readonly Choice[],
  sources: ChairSources,
): ChairScene | undefined {
  const due = sources.due(state.due[state.asked] ?? '')
  if (!due) return { type: 'still', persona, fact: sources.fact(persona.id) }
  const { item, said, promise, owner } = due
  return {
    type: 'happened',
    persona,
    commitment: { itemId: item.id, said, promise, owner, due: due.due, lang: item.envelope.lang },
    place: { index: state.asked, count: state.due.length },
    choices,
    refusal: state.refusal,
  }
}

const DIGITS = 9

function choicesOf(state: MeetingState, room: MeetingRoom): readonly Choice[] {
  return offers(state, room).map((offer: Offer, index) => ({
    ...offer,
    ...(index < DIGITS ? { digit: index + 1 } : {}),
    isHighlighted: index === (state.highlighted ?? 0),
  }))
}

function typingOf(state: MeetingState): Typing | undefined {
  const what = fieldOf(state)
  if (!state.isTyping || what === undefined) return undefined
  return { what, text: state.typed[what] ?? '', most: LONGEST_TEXT }
}

function question(state: MeetingState, { name }: ChairPersona, { language }: MeetingRoom) {
  const topic = state.topic ?? { id: '', type: 'typed', words: '' }
  return questionOf(topic, state.found, name, language)
}

function promiseOf({ promise }: MeetingState): string {
  return promise?.type === 'made' ? promise.text : ''
}

function promised(state: MeetingState, sources: ChairSources): PromisedView | undefined {
  const { owner, date, topic } = state
  if (state.promise?.type !== 'made' || owner === undefined || date === undefined) return undefined
  const [first] = shownVerbatims(state, sources)
  return {
    said: first?.text ?? topic?.words ?? '',
    saidIn: first?.itemId,
    promise: state.promise.text,
    owner,
    due: date,
  }
}

/** To one decimal; undefined where nobody guessed. */
export function meanOf(guesses: readonly number[]): number | undefined {
  if (guesses.length === 0) return undefined
  return Math.round((guesses.reduce((sum, each) => sum + each, 0) / guesses.length) * 10) / 10
}

/** Judged once more, and only while the item still says it word for word. */
export function shownVerbatims(
  { found }: Pick<MeetingState, 'found'>,
  { item }: Pick<ChairSources, 'item'>,
): readonly ChairVerbatim[] {
  return found.verbatims.flatMap((verbatim) => {
    const now = item(verbatim.itemId)
    if (!now || !textsOf(now).some((text) => text.includes(verbatim.text))) return []
    return [{ ...verbatim, evidence: now.envelope.evidence }]
  })
}

export function shownFigure(
  { found: { figure } }: Pick<MeetingState, 'found'>,
  { item }: Pick<ChairSources, 'item'>,
): FoundFigure | undefined {
  return figure && item(figure.itemId) ? figure : undefined
}

function textsOf(item: Item): readonly string[] {
  const definition = definitionFor(item.kind)
  const body = definition?.schema.safeParse(item.body)
  return definition && body?.success ? definition.texts(body.data) : []
}

function chairPersona(id: string, { item, member }: ChairSources): ChairPersona | undefined {
  const own = member(id)
  const found = own && item(own.id)
  const body = kinds.persona.schema.safeParse(found?.body)
  if (!own || !found || !body.success) return undefined
  const { quote, need, description, occupation, frustrations, height, composite } = body.data
  const { n, source, captured, lang, alt } = found.envelope
  return {
    ...own,
    ...{ description, occupation, frustrations, n, source, captured, lang, alt },
    sentence: { text: quote ?? need ?? '', isHers: quote !== undefined },
    seated: found.media['cutout'],
    heightMm: height,
    isComposite: composite,
  }
}

/** Every item whose words or picture stand in a scene: those count as shown when it was painted. */
export function itemsIn({ scene }: ChairView): readonly string[] {
  switch (scene.type) {
    case 'still':
      return [scene.persona.id, ...(scene.fact ? [scene.fact.itemId] : [])]
    case 'persona':
      return scene.choices.map(({ id }) => id)
    case 'happened':
      return [scene.persona.id, scene.commitment.itemId]
    case 'reveal':
      return [
        scene.persona.id,
        ...scene.verbatims.map(({ itemId }) => itemId),
        ...(scene.figure ? [scene.figure.itemId] : []),
      ]
    case 'confirm':
      return [scene.persona.id, ...inPromise(scene.commitment)]
    case 'receipt':
      return [
        ...[scene.persona.id, ...inPromise(scene.commitment)],
        ...(scene.figure ? [scene.figure.itemId] : []),
      ]
    case 'topic':
    case 'guess':
    case 'objection':
    case 'promise':
    case 'owner':
    case 'date':
      return [scene.persona.id]
  }
}

function inPromise(commitment: PromisedView | undefined): readonly string[] {
  return commitment?.saidIn === undefined ? [] : [commitment.saidIn]
}
