import type { z } from 'zod'
import { brandPaper } from '../renderer/core/brand.ts'
import type { PlayView, ScreenView } from '../renderer/core/contract.ts'
import { type Curation, type Screen, screenSettings } from '../renderer/core/curation.ts'
import { boundsOf, dwellMs } from '../renderer/core/dwell.ts'
import type { Envelope, Item } from '../renderer/core/item.ts'
import type { KindDefinition } from '../renderer/core/kind.ts'
import type { Calibration, WallSize } from '../renderer/core/legibility.ts'
import { ageOf, type Patina } from '../renderer/core/patina.ts'
import { type PlayerRules, type PlayerState, passPosition } from '../renderer/core/player-state.ts'
import { coveragePromises, kindBoundsOf } from '../renderer/core/rotation-schema.ts'
import { shortestDayMs } from '../renderer/core/screen-state.ts'
import { isKind, kinds } from '../renderer/kinds/index.ts'
import type { Cast } from './cast.ts'

/** What a view is made from. */
export interface Sources {
  /** The item, if its own words and fields may be shown at this moment; see `presentable`. */
  item(id: string): Item | undefined
  readonly cast: Cast
  readonly wall: WallSize
  readonly rules: PlayerRules
  readonly patina?: Patina | undefined
  /** Today, `YYYY-MM-DD` in the room's own time. */
  readonly day: string
}

/** The play that is on, as the wall gets it; undefined where its item cannot be read any more. */
export function currentView(player: PlayerState, sources: Sources): PlayView | undefined {
  const { play } = player
  if (!play) return undefined
  const drawn = drawable(player, play, sources)
  return drawn && { ...drawn, playId: play.playId, pass: passPosition(player), dwellMs: play.dwellMs }
}

/** What follows, under the id that it will have, so that it can be decoded ahead. */
export function nextView(player: PlayerState, sources: Sources): PlayView | undefined {
  const { play, next, memory, deck } = player
  const measure = next && deck.byId.get(next.itemId)?.parts[next.part]
  const drawn = next && drawable(player, next, sources)
  if (!drawn || !measure) return undefined
  const { index, count } = passPosition(player)
  const follows =
    next.itemId === play?.itemId && next.part > play.part ? index : (index + 1) % Math.max(1, count)
  return {
    ...drawn,
    playId: `${memory.seed}-${memory.serial + 1}`,
    pass: { index: follows, count },
    dwellMs: dwellMs(measure, sources.rules.mode, boundsOf(sources.rules, drawn.item.kind)),
  }
}

/** The panel of a screen: what a curator wrote down goes before what was measured, and both before the diagonal. */
export function panelSettings(settings: Screen, measured: Calibration | undefined): ScreenView['panel'] {
  const { diagonal_inches, distance_m, mm_per_pixel } = settings
  const calibration = mm_per_pixel === undefined ? measured : { mmPerPixel: mm_per_pixel }
  return { diagonalInches: diagonal_inches, distanceM: distance_m, ...(calibration && { calibration }) }
}

export function screenView(curation: Curation, name: string, measured?: Calibration): ScreenView {
  const screen = screenSettings(curation, name)
  return {
    name,
    mode: screen.mode,
    panel: panelSettings(screen, measured),
    lowerEdgeMm: screen.lower_edge_mm,
    theme: screen.theme ?? curation.theme,
    brand: curation.brand && brandPaper(curation.brand),
    reducedMotion: screen.motion === 'reduced',
    sound: screen.sound.on,
    volume: screen.sound.volume,
  }
}

export function playerRules(curation: Curation, screen: string): PlayerRules {
  const screens = rulesOf.get(curation) ?? new Map<string, PlayerRules>()
  const known = screens.get(screen)
  if (known) return known
  const { mode } = screenSettings(curation, screen)
  const { seconds_min, seconds_max, order, share, sentiment } = curation.rotation
  const made: PlayerRules = {
    mode,
    bounds: { minMs: seconds_min * 1000, maxMs: seconds_max * 1000 },
    kindBounds: kindBoundsOf(curation.rotation),
    order,
    share,
    sentiment,
    promises: coveragePromises(curation.rotation, shortestDayMs(curation, screen)),
  }
  rulesOf.set(curation, screens.set(screen, made))
  return made
}

/** The same object while it is the same room: asked for with each step. */
const rulesOf = new WeakMap<Curation, Map<string, PlayerRules>>()

/** Every slide of an item, divided for a wall of this size, as nobody has on just now: for the curator's eyes. */
export function previewViews(item: Item, wall: WallSize, sources: Sources): PlayView[] {
  const definition = isKind(item.kind) ? definitions[item.kind] : undefined
  const bodies = bodiesOf(item, wall) ?? []
  const own = item.kind === 'persona' ? [item.id] : []
  return bodies.map((body, index) => ({
    playId: `preview-${index}`,
    item: { ...item, envelope: forTheWall(item.envelope), body },
    part: { index, count: bodies.length },
    pass: { index: 0, count: 1 },
    cast: sources.cast.members([...own, ...(item.envelope.persona ?? [])]),
    age: ageOf(item.envelope.captured, sources.patina, sources.day),
    today: sources.day,
    dwellMs: definition
      ? dwellMs(definition.measure(body, item.media), sources.rules.mode, boundsOf(sources.rules, item.kind))
      : 0,
  }))
}

type Place = { readonly itemId: string; readonly part: number }

function drawable(
  player: PlayerState,
  place: Place,
  sources: Sources,
): Pick<PlayView, 'item' | 'part' | 'cast' | 'age' | 'today'> | undefined {
  const item = sources.item(place.itemId)
  const bodies = item && bodiesOf(item, sources.wall)
  const body = bodies?.[place.part]
  if (!item || !bodies || body === undefined) return undefined
  // A persona's own slide stands on her own paper, so she is the first of its cast.
  const own = item.kind === 'persona' ? [item.id] : []
  const spokenOf = player.deck.byId.get(item.id)?.personas ?? []
  return {
    item: { ...item, envelope: forTheWall(item.envelope), body },
    part: { index: place.part, count: bodies.length },
    cast: sources.cast.members([...own, ...spokenOf, ...(item.envelope.persona ?? [])]),
    age: ageOf(item.envelope.captured, sources.patina, sources.day),
    today: sources.day,
  }
}

/** Who agreed, and in which list that stands, is the record's business; what was published, the wall names. */
function forTheWall({ consent, cleared: _, ...envelope }: Envelope): Envelope {
  return consent && 'public_source' in consent ? { ...envelope, consent } : envelope
}

/** Every kind, seen without its own types: what is asked here goes through the schema first. */
const definitions: Readonly<Record<string, KindDefinition<string, z.ZodType>>> = kinds

/** The bodies of an item's slides, in order; undefined where the index holds something that this version cannot draw. */
function bodiesOf(item: Item, wall: WallSize): readonly unknown[] | undefined {
  const definition = isKind(item.kind) ? definitions[item.kind] : undefined
  const body = definition?.schema.safeParse(item.body)
  return body?.success ? definition?.parts(body.data, wall, item.media) : undefined
}

/** Whether both are drawn from the same files. */
export function hasSameMedia(a: Pick<Item, 'media'>, b: Pick<Item, 'media'>): boolean {
  const files = ({ media }: Pick<Item, 'media'>) =>
    Object.entries(media)
      .map(([role, { hash }]) => `${role} ${hash}`)
      .sort()
      .join()
  return files(a) === files(b)
}
