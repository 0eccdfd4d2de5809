import {
  type BoothCalls,
  type BoothView,
  FEELINGS,
  type Felt,
  VISIT_IDLE_MS,
} from '../../renderer/core/booth/calls.ts'
import { choicesOf, chosenCards } from '../../renderer/core/booth/choices.ts'
import type { PlayView } from '../../renderer/core/contract.ts'
import { screenSettings } from '../../renderer/core/curation.ts'
import { roomZone, screenSoundHours } from '../../renderer/core/screen-state.ts'
import { localMs } from '../../renderer/core/zoned.ts'
import { kinds } from '../../renderer/kinds/index.ts'
import type { Clock } from '../clock.ts'
import { previewViews } from '../play-view.ts'
import type { PaintedPlay, Records } from '../records/records.ts'
import type { RoomIndex } from '../room-index.ts'
import type { Rotation } from '../rotation.ts'

/** Somebody explores a booth: what she may see, what was shown to her, and the end of it. */

export interface VisitParts {
  readonly index: RoomIndex
  readonly rotation: () => Rotation
  readonly records: Records
  readonly clock: Clock
  readonly screen: string
  /** A slide of a visit was painted. */
  readonly onPainted: (play: PaintedPlay) => void
  /** It begins or ends: the attract loop waits, or goes on. */
  readonly onTurn: () => void
}

export interface BoothVisit {
  readonly handlers: { readonly [Name in keyof BoothCalls]: BoothCalls[Name] }
  /** Undefined where the screen is no booth. */
  view(): BoothView | undefined
  isOn(): boolean
  /** True where the slide is one of this visit; its row is then written, once. */
  painted(playId: string): boolean
  /** Ends it where something that the visitor may have before her eyes may be shown no longer. */
  check(): void
  close(): void
}

/** A visitor who says a thousand times that she knows it is a child with a button. */
const MOST_TAPS = 60

export function makeVisit(parts: VisitParts): BoothVisit {
  const { index, records, clock, screen } = parts
  let isOn = false
  let stopIdle = (): void => undefined
  let taps = 0
  let made = 0
  /** Slides that were handed out in this visit, by their play's id. */
  const handed = new Map<string, PlayView>()
  let open: string | undefined

  const settings = () => screenSettings(index.state().curation, screen)
  const isBooth = (): boolean => settings().mode === 'booth'

  function begin(): void {
    if (!isBooth()) return
    stopIdle()
    stopIdle = clock.after(VISIT_IDLE_MS, end)
    if (isOn) return
    isOn = true
    taps = 0
    parts.onTurn()
  }

  function end(): void {
    stopIdle()
    if (!isOn) return
    closePlay()
    isOn = false
    handed.clear()
    parts.onTurn()
  }

  function closePlay(): void {
    if (open !== undefined) records.ended(open, clock.now(), 'shown')
    open = undefined
  }

  /** Its members may be asked for while nothing is on: the deck follows the room all the same. */
  function deckParts() {
    const { watch } = parts.rotation()
    return { cards: watch.deck().byId.values(), members: watch.cast().members }
  }

  function views(cards: readonly { readonly id: string }[]): readonly PlayView[] {
    const sources = parts.rotation().sources()
    const drawn = cards.flatMap(({ id }) => {
      const item = sources.item(id)
      return item ? previewViews(item, sources.wall, sources) : []
    })
    return drawn.map((view, at) => {
      made += 1
      const playId = `${screen}-visit-${clock.now()}-${made}`
      const known = { ...view, playId, pass: { index: at, count: drawn.length } }
      handed.set(playId, known)
      return known
    })
  }

  function counted(itemId: string, place: string, value: number): void {
    if (taps >= MOST_TAPS) return
    taps += 1
    records.tap({ day: parts.rotation().watch.today(), itemId, place, value })
  }

  const mayTap = (itemId: string): boolean => isOn && parts.rotation().mayShow(itemId)

  function feltOf(itemId: string): readonly Felt[] {
    const phases = phasesOf(itemId)
    const all = records.tapsOf(itemId)
    return phases.map((phase) => ({
      phase,
      counts: FEELINGS.map(
        (feeling) => all.find(({ place, value }) => place === phase && value === feeling)?.count ?? 0,
      ),
    }))
  }

  function phasesOf(itemId: string): readonly string[] {
    const item = parts.rotation().sources().item(itemId)
    const body = item?.kind === 'journey' ? kinds.journey.schema.safeParse(item.body) : undefined
    return body?.success ? body.data.phases.map(({ name }) => name) : []
  }

  return {
    handlers: {
      visit: begin,
      leaveVisit: end,
      visitChoices() {
        const { cards, members } = deckParts()
        return isOn ? choicesOf(cards, members) : { persona: [], stage: [], theme: [] }
      },
      visitItems({ way, value }) {
        if (!isOn) return []
        handed.clear()
        const { cards, members } = deckParts()
        return views(chosenCards(cards, way, value, members))
      },
      meToo({ itemId }) {
        if (!mayTap(itemId)) return 0
        counted(itemId, '', 1)
        return records.tapsOf(itemId).find(({ place }) => place === '')?.count ?? 0
      },
      feel({ itemId, phase, feeling }) {
        if (!mayTap(itemId) || !phasesOf(itemId).includes(phase)) return []
        counted(itemId, phase, feeling)
        return settings().booth.draw_back ? feltOf(itemId) : []
      },
    },
    view() {
      if (!isBooth()) return undefined
      const { curation } = index.state()
      const { booth, sound } = settings()
      const now = clock.now()
      const isHeard = screenSoundHours(curation, screen).at(localMs(roomZone(curation, now), now))
      return {
        isVisited: isOn,
        mayListen: isHeard && sound.volume > 0,
        controls: booth.controls,
        drawsBack: booth.draw_back,
      }
    },
    isOn: () => isOn,
    painted(playId) {
      const view = handed.get(playId)
      if (!isOn || !view) return false
      if (open === playId) return true
      closePlay()
      open = playId
      const { id: itemId, kind, title } = view.item
      parts.onPainted({
        ...{ playId, screen, itemId, kind, title },
        part: view.part.index,
        paintedAt: Math.round(clock.now()),
      })
      return true
    },
    check() {
      const isRevoked = [...handed.values()].some(({ item }) => !parts.rotation().mayShow(item.id))
      if (isOn && (isRevoked || !isBooth())) end()
    },
    close: end,
  }
}
