import type { z } from 'zod'
import type { Decision } from '../../renderer/core/curation.ts'
import { AUDIENCES, type Item } from '../../renderer/core/item.ts'
import { itemTexts } from '../../renderer/core/item-facts.ts'
import type { KindDefinition } from '../../renderer/core/kind.ts'
import { beginOf, endOf, isOver } from '../../renderer/core/local-time.ts'
import { findPersonalData } from '../../renderer/core/pii.ts'
import { foldText } from '../../renderer/core/search-text.ts'
import { consentEnd, type StandingFacts, withheldReasons } from '../../renderer/core/standing.ts'
import { firstInstant } from '../../renderer/core/zoned.ts'
import { isKind, kinds } from '../../renderer/kinds/index.ts'

/** The words by which an item is found. */
export interface SearchWords {
  /** Its title and its place: of whatever is in the folder. */
  readonly head: string
  /** All that it says, and whom and what it concerns; empty where nobody may see it. */
  readonly body: string
}

const definitions: Readonly<Record<string, KindDefinition<string, z.ZodType>>> = kinds
/** Between two texts: a sign that is no part of any term, so that none reaches from one into the next. */
const DIVIDER = ' \u001f '

/** `isOpen`: see `mayBeFound`. */
export function searchWords(item: Item, isOpen: boolean): SearchWords {
  // A title is often made of the words themselves; one that holds somebody's number is no word to be found by.
  const title = isOpen || findPersonalData([item.title]).length === 0 ? item.title : ''
  return { head: folded([title, item.id, item.path]), body: isOpen ? folded(bodyTexts(item)) : '' }
}

function bodyTexts(item: Item): string[] {
  const { persona, stage, segment, department, theme } = item.envelope
  const definition = isKind(item.kind) ? definitions[item.kind] : undefined
  const said = definition ? itemTexts(definition, item) : []
  return [...said, item.kind, ...[persona, stage, segment, department, theme].flatMap((names) => names ?? [])]
}

function folded(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map(foldText)
    .filter((text) => text !== '')
    .join(DIVIDER)
}

/**
 * Whether somebody may see it at this minute: then its words are kept to be found by. Withheld from everybody, or after the
 * end of its consent, it is found by title and place alone. Dates of showing and a curator's decision hide nothing here.
 */
export function mayBeFound(facts: StandingFacts, decision: Decision | undefined, minute: string): boolean {
  const ended = consentEnd(facts.consent)
  if (ended !== undefined && isOver(ended, minute)) return false
  return AUDIENCES.some((audience) => withheldReasons(facts, decision, { audience, minute }).length === 0)
}

/** The next instant at which time alone may decide otherwise, ms since 1970 UTC. */
export function nextTurn(
  { consent, cleared = [] }: StandingFacts,
  decision: Decision | undefined,
  zone: string,
  now: number,
): number | undefined {
  const begins = [...cleared, ...(decision?.cleared ?? [])].map(({ date }) => date)
  if (consent && 'given' in consent) begins.push(consent.given)
  const ended = consentEnd(consent)
  const instants = [...begins.map(beginOf), ...(ended === undefined ? [] : [endOf(ended)])]
    .map((local) => firstInstant(zone, local))
    .filter((at) => at > now)
  return instants.length === 0 ? undefined : Math.min(...instants)
}
