import sharp from 'sharp'
import { toneWav } from './open-room.ts'

/** What the model test knows of a room, and its own, plain idea of who may be shown. It shares no code with the product's rules. */

export type Who = 'staff' | 'guests' | 'public'
/** Days since 1 January 2026, UTC. */
export type Day = number

export interface Consent {
  readonly purposes: readonly string[]
  readonly audience: readonly Who[]
  readonly given: Day
  readonly expires: Day | undefined
  readonly withdrawn: boolean
}

/** One place of the folder, and what its files say when they are there. */
export interface Slot {
  readonly kind: 'quote' | 'call' | 'persona' | 'row'
  readonly id: string
  exists: boolean
  /** In every text of this version, and in no other. */
  token: string
  consent: Consent | 'public' | undefined
  audience: readonly Who[] | undefined
  until: Day | undefined
  personalData: '' | 'mail' | 'card'
  isCleared: boolean
  isChecked: boolean
  isComposite: boolean
}

export interface Model {
  readonly slots: readonly Slot[]
  audience: Who
  readonly hidden: Set<string>
  readonly erased: Set<string>
  /** `defaults:` for the folder of the quotes. */
  quotesDefault: Consent | undefined
  /** The highest time that the product has seen, ms. */
  highest: number
  /** What the clock says, ms. */
  now: number
}

const FIRST_DAY = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000

export function iso(day: Day): string {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10)
}

/** Whether this may be shown now, as the content model says it: no basis, no showing. */
export function mayBeShown(model: Model, slot: Slot): boolean {
  const today = (model.highest - FIRST_DAY) / DAY_MS
  if (!slot.exists || model.hidden.has(slot.id) || model.erased.has(slot.id)) return false
  if (slot.audience && !slot.audience.includes(model.audience)) return false
  if (slot.until !== undefined && today >= slot.until + 1) return false
  if (slot.kind === 'call' && (!slot.isChecked || slot.personalData === 'card')) return false
  if (slot.personalData !== '' && !slot.isCleared) return false
  const needsNone = slot.kind === 'persona' && slot.isComposite
  const isQuote = slot.kind === 'quote'
  const consent = slot.consent ?? (isQuote || slot.kind === 'row' ? model.quotesDefault : undefined)
  // A clock that is a day behind itself is wrong: nobody can say what has ended meanwhile.
  const isDated = slot.until !== undefined || (consent !== undefined && consent !== 'public')
  if (model.now < model.highest - DAY_MS && isDated) return false
  if (consent === undefined) return needsNone
  if (consent === 'public') return needsNone || isQuote || slot.kind === 'row'
  if (today >= (consent.expires ?? Number.POSITIVE_INFINITY) + 1) return false
  if (needsNone) return true
  return (
    !consent.withdrawn &&
    consent.purposes.includes('display') &&
    consent.audience.includes(model.audience) &&
    consent.given <= today
  )
}

/** Whether anybody may ever see it as it is written: only then its words are kept to be searched. */
export function mayBeSearched(model: Model, slot: Slot): boolean {
  if (!slot.exists || model.erased.has(slot.id) || (slot.personalData !== '' && !slot.isCleared)) return false
  if (slot.kind === 'call' && (!slot.isChecked || slot.personalData === 'card')) return false
  const isQuote = slot.kind === 'quote' || slot.kind === 'row'
  const consent = slot.consent ?? (isQuote ? model.quotesDefault : undefined)
  if (slot.kind === 'persona' && slot.isComposite) return true
  if (consent === undefined || consent === 'public') return consent === 'public' && isQuote
  return !consent.withdrawn && consent.purposes.includes('display')
}

function consentText(consent: Slot['consent']): string {
  if (consent === undefined) return ''
  if (consent === 'public') return 'consent: {public_source: The annual report}\n'
  const { purposes, audience, given, expires, withdrawn } = consent
  const end = expires === undefined ? '' : `, expires: ${iso(expires)}`
  const back = withdrawn ? ', withdrawn: yes' : ''
  return `consent: {who: list 7, given: ${iso(given)}, purposes: [${purposes}], audience: [${audience}]${end}${back}}\n`
}

function frontMatter(slot: Slot): string {
  return [
    `title: Title ${slot.token}`,
    'source: Comment card\ncaptured: 2026-01-01\nevidence: research',
    ...(slot.audience ? [`audience: [${slot.audience}]`] : []),
    ...(slot.until === undefined ? [] : [`until: ${iso(slot.until)}`]),
    ...(slot.isCleared
      ? ['cleared: {what: [e-mail address, card number], by: Research, date: 2026-01-01}']
      : []),
    ...(slot.isChecked && slot.kind === 'call' ? ['checked: {by: Research, date: 2026-01-02}'] : []),
    ...(slot.kind === 'persona'
      ? [`name: Name ${slot.token}\nneed: A lift`, `composite: ${slot.isComposite}`]
      : []),
    consentText(slot.consent),
  ].join('\n')
}

const PERSONAL = { '': '', mail: ' Write to ruth@example.org.', card: ' Take 4111 1111 1111 1111.' }

/** The files of a slot; undefined where one is to be removed. */
export async function filesOf(slot: Slot): Promise<Record<string, string | Uint8Array>> {
  const words = `${slot.token} said so.${PERSONAL[slot.personalData]}`
  const head = `---\n${frontMatter(slot)}---\n\n`
  switch (slot.kind) {
    case 'quote':
      return { [`${slot.id}.md`]: `${head}> ${words}\n` }
    case 'persona':
      return {
        [`${slot.id}.md`]: `${head}${words}\n\n## Goals\n\n- ${words}\n`,
        [`${slot.id}.png`]: await portrait(slot.token),
      }
    case 'call':
      return {
        [`${slot.id}.md`]: head,
        [`${slot.id}.vtt`]: `WEBVTT\n\n00:00.000 --> 00:00.400\n<v Caller>${words}\n\n00:00.500 --> 00:00.900\n<v Desk>Again?\n`,
        [`${slot.id}.wav`]: toneWav(0.5 + serial(slot.token) / 1_000),
      }
    case 'row':
      return {}
  }
}

/** The rows that are there, as one table with what is true of all of them beside it. */
export function tableOf(slots: readonly Slot[]): Record<string, string> {
  const rows = slots.filter(({ exists }) => exists)
  const lines = rows.map(
    ({ id, token, personalData }) =>
      `${id.split('#')[1]},${token} said so.${PERSONAL[personalData]},Card,2026-01-01`,
  )
  const [first] = slots
  return {
    'quotes/table.csv': ['id,quote,source,captured', ...lines, ''].join('\n'),
    'quotes/table.yaml': `evidence: research\n${consentText(first?.consent)}`,
  }
}

export function roomYaml(model: Model): string {
  const ids = [...new Set([...model.hidden, ...model.erased])]
  const items = ids.map((id) => {
    const decisions = [model.hidden.has(id) ? 'hidden: true' : '', model.erased.has(id) ? 'erased: true' : '']
    return `  ${JSON.stringify(id)}: {${decisions.filter((each) => each !== '').join(', ')}}\n`
  })
  const standard = consentText(model.quotesDefault).trim()
  return [
    `name: Model\ntimezone: UTC\naudience: ${model.audience}\nrotation: {seconds_min: 3, seconds_max: 3}\n`,
    standard === '' ? '' : `defaults:\n  quotes/q: {}\n  quotes:\n    ${standard}\n`,
    items.length > 0 ? `items:\n${items.join('')}` : '',
  ].join('')
}

function serial(token: string): number {
  return Number(token.replace(/\D/g, ''))
}

const portraits = new Map<string, Buffer>()

/** A square whose colour is the token's own, so that its derived file is too. */
async function portrait(token: string): Promise<Buffer> {
  const number = serial(token)
  const made =
    portraits.get(token) ??
    (await sharp({
      create: {
        width: 8,
        height: 8,
        channels: 3,
        background: { r: number % 251, g: (number * 7) % 253, b: (number * 31) % 241 },
      },
    })
      .png()
      .toBuffer())
  portraits.set(token, made)
  return made
}
