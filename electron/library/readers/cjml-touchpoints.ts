import { type Actors, actorOf } from './cjml-actors.ts'
import { attribute, child, childrenOf, type Element, textAt } from './xml.ts'

/** The touchpoints of a CJML journey as phases with steps. */

export interface CjmlPhases {
  readonly phases: readonly Readonly<Record<string, unknown>>[]
  readonly lines: Readonly<Record<string, number>>
  /** True where somebody was asked how it felt. */
  readonly rated: boolean
  readonly doubts: readonly { readonly line: number; readonly message: string; readonly hint: string }[]
}

interface Touchpoint {
  readonly line: number
  readonly phase: string | undefined
  /** What the customer does or meets; undefined where she is not part of it. */
  readonly step: Readonly<Record<string, unknown>> | undefined
  readonly label: string
  readonly backstage: string | undefined
  readonly rating: string | undefined
  readonly felt: string | undefined
  readonly compliance: string
}

const TOUCHPOINT = /^(?:planned|actual)?(?:communicationpoint|action)$/i
const LOW = 3
/** What the converter writes where a label is missing. */
const PLACEHOLDER = /^(?:sending|receiving|nan)$/i
const QUOTED = /^[“"„«].+[”"“»]$/u

/** Phases in the order of their touchpoints, because the order in which they are declared is that of a set. */
export function phasesOf(journey: Element, actors: Actors): CjmlPhases {
  const names = phaseNames(child(journey, 'journeyPhases'))
  const touchpoints = (child(journey, 'touchpoints')?.children ?? [])
    .filter(({ name }) => TOUCHPOINT.test(name))
    .map((element) => touchpointOf(element, actors, names))
  const runs: { name: string; points: Touchpoint[] }[] = []
  for (const point of touchpoints) {
    const last = runs.at(-1)
    const name = point.phase ?? (names.size === 0 ? point.label : last?.name)
    if (last && (name === undefined || (last.name === name && names.size > 0))) last.points.push(point)
    else runs.push({ name: name ?? point.label, points: [point] })
  }
  return {
    phases: runs.map(({ name, points }) => phaseOf(name, points)),
    lines: linesOf(runs.map(({ points }) => points)),
    rated: touchpoints.some(({ rating }) => rating !== undefined && /\d/.test(rating)),
    doubts: emptyPhases(
      journey,
      names,
      runs.map(({ name }) => name),
    ),
  }
}

function phaseNames(element: Element | undefined): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(element, 'journeyPhase').flatMap((phase) => {
      const id = attribute(phase, 'phaseID') ?? textAt(phase, 'phaseName')
      return id === undefined ? [] : [[id, textAt(phase, 'phaseName') ?? id] as const]
    }),
  )
}

function emptyPhases(journey: Element, names: ReadonlyMap<string, string>, used: readonly string[]) {
  const empty = [...names.values()].filter((name) => !used.includes(name))
  if (empty.length === 0 || used.length === 0) return []
  const line = child(journey, 'journeyPhases')?.line ?? journey.line
  const message = `No touchpoint belongs to ${empty.length === 1 ? 'a phase that is' : `${empty.length} phases that are`} declared here, so ${empty.length === 1 ? 'it is' : 'they are'} left out.`
  return [{ line, message, hint: 'Write <belongsTo phaseIDref="..."/> into the touchpoints of each phase.' }]
}

function touchpointOf(element: Element, actors: Actors, names: ReadonlyMap<string, string>): Touchpoint {
  const [initiator, receiver] = [child(element, 'initiator'), child(element, 'receiver')]
  const [from, to] = [actorOf(initiator, actors), actorOf(receiver, actors)]
  const said = labelAt(initiator, 'initiatorLabel')
  const heard = labelAt(receiver, 'receiverLabel')
  const isCustomer = (id: string | undefined): boolean => id !== undefined && actors.endUsers.includes(id)
  // Where nobody is named as the customer, nothing can be told to be behind the scenes.
  const hers = actors.endUsers.length === 0 || isCustomer(from) || isCustomer(to)
  const label =
    (isCustomer(to) && !isCustomer(from) ? (heard ?? said) : (said ?? heard)) ??
    textAt(element, 'touchpointID') ??
    'Touchpoint'
  const other = isCustomer(from) ? to : from
  const touchpoint = other === undefined || isCustomer(other) ? undefined : (actors.names.get(other) ?? other)
  const channel = channelName(
    textAt(child(element, 'channel'), 'channelName') ?? child(element, 'channel')?.text,
  )
  const reference = attribute(child(element, 'belongsTo'), 'phaseIDref', 'phaseID')
  const experience = child(element, 'touchpointExperience') ?? child(element, 'experience')
  const provider = from === undefined ? undefined : (actors.names.get(from) ?? from)
  return {
    line: element.line,
    phase: reference === undefined ? undefined : (names.get(reference) ?? reference),
    step: hers ? present({ text: label, touchpoint, channel }) : undefined,
    label,
    backstage: hers ? undefined : provider === undefined ? label : `${provider}: ${label}`,
    rating: textAt(experience, 'experienceRating') ?? textAt(experience, 'rating'),
    felt: textAt(experience, 'experienceDescription') ?? textAt(experience, 'description'),
    compliance: textAt(element, 'compliance')?.toLowerCase() ?? '',
  }
}

function labelAt(side: Element | undefined, name: string): string | undefined {
  const label = textAt(side, name) ?? textAt(side, 'label')
  return label === undefined || PLACEHOLDER.test(label) ? undefined : label
}

/** `internetViaPC` and `faceToFace` as people say them. */
function channelName(written: string | undefined): string | undefined {
  if (written === undefined || written === '' || /^(?:unknown|other|nan)$/i.test(written)) return undefined
  if (!/^[a-z]+(?:[A-Z][A-Za-z]*)+$/.test(written)) return written
  return written
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bpc\b/, 'PC')
}

function phaseOf(name: string, points: readonly Touchpoint[]): Readonly<Record<string, unknown>> {
  const steps = points.flatMap(({ step, compliance }) => (step && compliance !== 'missing' ? [step] : []))
  return present({
    name,
    steps: steps.length === 1 && steps[0]?.['text'] === name && !steps[0]?.['touchpoint'] ? [] : steps,
    emotion: points.flatMap(({ rating }) => rating ?? []),
    quote: points.map(({ felt }) => felt).find((felt) => felt !== undefined && QUOTED.test(felt)),
    pains: points.flatMap(painsOf),
    backstage: points.flatMap(({ backstage }) => backstage ?? []).join('; '),
  })
}

/** What was felt as bad, and what was planned and went wrong. */
function painsOf({ rating, felt, label, compliance }: Touchpoint): string[] {
  const bad = felt !== undefined && !QUOTED.test(felt) && isLow(rating) ? [felt] : []
  if (compliance === 'missing') return [...bad, `Did not happen: ${label}`]
  return compliance === 'failing' ? [...bad, `Failed: ${label}`] : bad
}

function isLow(rating: string | undefined): boolean {
  return rating !== undefined && (Number(rating) < LOW || /dissatisfied|negative|unhappy|bad/i.test(rating))
}

function linesOf(runs: readonly (readonly Touchpoint[])[]): Record<string, number> {
  return Object.fromEntries(
    runs.flatMap((points, index) => {
      const felt = points.find(({ rating }) => rating !== undefined)
      const phase = [[`phases[${index}]`, points[0]?.line ?? 1] as const]
      return felt ? [...phase, [`phases[${index}].emotion`, felt.line] as const] : phase
    }),
  )
}

/** Minutes from the first stamp of time to the last; undefined where there are not two of them. */
export function spanOf(journey: Element): number | undefined {
  const stamps = (child(journey, 'touchpoints')?.children ?? []).flatMap((point) =>
    [point, child(point, 'timestamps')].flatMap((place) =>
      (place?.children ?? []).filter(({ name }) => /^time/i.test(name)).map(({ text }) => stampOf(text)),
    ),
  )
  const known = stamps.filter((stamp) => stamp !== undefined)
  if (known.length < 2) return undefined
  const minutes = (Math.max(...known) - Math.min(...known)) / 60_000
  return minutes > 0 ? Math.round(minutes) : undefined
}

/** `2023-01-02T10:00` and `2023-01-02 10:00:00`; a day alone says nothing of minutes. */
function stampOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return undefined
  const ms = Date.parse(`${text.slice(0, 10)}T${text.slice(11)}`)
  return Number.isFinite(ms) ? ms : undefined
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}
