import type { Problem } from '../../../renderer/core/problem.ts'
import { quoted } from '../../../renderer/core/quoted.ts'
import { minutesOf } from '../../../renderer/core/written-minutes.ts'
import { error, note, warning } from '../problems.ts'
import { type Actors, actorsOf, noActors } from './cjml-actors.ts'
import { phasesOf, spanOf } from './cjml-touchpoints.ts'
import { type Read, readable, unreadable } from './reading.ts'
import { attribute, child, type Element, readXml, textAt } from './xml.ts'

/**
 * Customer Journey Modelling Language, version 2.0 (https://cjml.no): planned and actual journeys of an end user, as
 * communication points and actions that belong to phases. There is no published schema; this reads what its own tools
 * write (the Excel converter, the diagram editor) and the example of its site.
 */

/** One journey as fields that a YAML file would have, and the line of each. */
export interface CjmlJourney {
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly lines: Readonly<Record<string, number>>
}

const VERSION = '2.0'
const IN_PLACE = 'A journey may also be written as YAML, as a table, or in Markdown: see the sample room.'

/** The journeys of a CJML file, in order. What is no CJML is a problem that says what it is. */
export function readCjml(path: string, bytes: Uint8Array): Read<readonly CjmlJourney[]> {
  const read = readXml(path, bytes)
  if (!read.ok) return read
  const root = read.value
  if (root.name.toLowerCase() !== 'cjml') {
    const message = `This XML is no journey in CJML: it begins with <${quoted(root.name).replace(/[“”]/g, '')}>.`
    return unreadable(error({ path, line: root.line }, message, `Export it as CJML ${VERSION}. ${IN_PLACE}`))
  }
  const journeys = root.children.filter(({ name }) => /^(?:planned|actual)journey$/i.test(name))
  if (journeys.length === 0) {
    const message = 'There is no plannedJourney and no actualJourney in this CJML file.'
    return unreadable(error({ path, line: root.line }, message, `Export it as CJML ${VERSION}. ${IN_PLACE}`))
  }
  const problems: Problem[] = versionNotes(path, root)
  let known = noActors
  const found = journeys.map((element) => {
    known = actorsOf(child(element, 'actors'), known)
    problems.push(...actorNotes(path, element, known))
    return journeyOf(path, element, known, problems)
  })
  return readable(withPlannedTimes(found), problems)
}

function versionNotes(path: string, root: Element): Problem[] {
  const version = attribute(root, 'version')
  if (version === undefined || version === VERSION || version === '2') return []
  const message = `This file is written in CJML ${quoted(version)}; it was read as ${VERSION}.`
  return [note({ path, line: root.line, field: 'version' }, message, 'Compare the slide with the source.')]
}

function actorNotes(path: string, element: Element, { endUsers, customers }: Actors): Problem[] {
  if (endUsers.length < 2) return []
  const message = `This journey has ${endUsers.length} end users; it is drawn as that of ${quoted(customers[0] ?? '')}.`
  const hint = 'Export one journey for each, or write actor: into the YAML file beside it.'
  return [
    note({ path, line: child(element, 'actors')?.line ?? element.line, field: 'actors' }, message, hint),
  ]
}

interface Made extends CjmlJourney {
  readonly id: string | undefined
  readonly reference: string | undefined
}

function journeyOf(path: string, element: Element, actors: Actors, problems: Problem[]): Made {
  const planned = /^planned/i.test(element.name)
  const id = textAt(element, 'journeyID')
  const title = textAt(element, 'journeyTitle')
  const summary = textAt(element, 'journeyShortSummary') ?? textAt(element, 'journeyLongSummary')
  const phases = phasesOf(element, actors)
  for (const { line, message, hint } of phases.doubts)
    problems.push(warning({ path, line, field: 'touchpoints' }, message, hint))
  const fields = {
    id,
    // Without a title of its own the slide says whose journey it is, too.
    title: summary === undefined ? undefined : title,
    scenario: summary ?? title,
    actor: actors.customers[0],
    state: planned ? 'planned' : 'as-is',
    emotion_scale: phases.rated ? [1, 5] : undefined,
    [planned ? 'planned_minutes' : 'real_minutes']: spanOf(element) ?? stated(element),
    phases: phases.phases,
  }
  return {
    id,
    reference: textAt(element, 'plannedReference'),
    line: element.line,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    lines: linesOf(element, phases.lines),
  }
}

/** The time that the file itself gives for the whole, minutes. */
function stated(element: Element): number | undefined {
  const minutes = minutesOf(textAt(element, 'journeyDuration'))
  return typeof minutes === 'number' ? minutes : undefined
}

function linesOf(element: Element, phases: Readonly<Record<string, number>>): Record<string, number> {
  const lineAt = (...names: readonly string[]): number =>
    names.map((name) => child(element, name)?.line).find((line) => line !== undefined) ?? element.line
  return {
    id: lineAt('journeyID'),
    title: lineAt('journeyTitle', 'journeyShortSummary'),
    scenario: lineAt('journeyShortSummary', 'journeyTitle'),
    actor: lineAt('actors'),
    phases: lineAt('touchpoints'),
    ...phases,
  }
}

/** What was planned for a journey stands in the one that it refers to. */
function withPlannedTimes(journeys: readonly Made[]): CjmlJourney[] {
  return journeys.map(({ id: _, reference, ...journey }) => {
    const plan = reference === undefined ? undefined : journeys.find(({ id }) => id === reference)
    const minutes = plan?.fields['planned_minutes']
    return minutes === undefined || 'planned_minutes' in journey.fields
      ? journey
      : { ...journey, fields: { ...journey.fields, planned_minutes: minutes } }
  })
}
