import { randomBytes } from 'node:crypto'
import type { FindEvidence } from '../../renderer/core/chair/evidence.ts'
import type { MeetingEffect, MeetingEvent, MeetingState } from '../../renderer/core/chair/meeting.ts'
import { startMeeting, stepMeeting } from '../../renderer/core/chair/step.ts'
import type { ChairView } from '../../renderer/core/chair/view.ts'
import type { ChairHandlers } from '../../renderer/core/contract.ts'
import type { AuditTrail } from '../audit-trail.ts'
import type { Clock } from '../clock.ts'
import type { ChairFiles } from '../curate/chair-files.ts'
import type { DeckWatch } from '../deck-watch.ts'
import type { PaintedPlay, Records } from '../records/records.ts'
import type { RoomIndex } from '../room-index.ts'
import { type ChairPaper, makeChairDeeds } from './chair-deeds.ts'
import { makeChairPlays } from './chair-plays.ts'
import { makeChairRoom } from './chair-room.ts'
import { type ChairSources, chairView } from './chair-view.ts'
import { factOf } from './fact.ts'

/** The customer chair of one screen: who sits in it, the meeting around it, and what is kept of that. */

export interface ChairParts {
  readonly index: RoomIndex
  readonly watch: DeckWatch
  readonly records: Records
  readonly clock: Clock
  readonly screen: string
  readonly trail: Pick<AuditTrail, 'shown'>
  readonly findEvidence: FindEvidence
  /** Absent where nothing can be written into the folder from here. */
  readonly files?: ChairFiles | undefined
  readonly paper?: ChairPaper | undefined
  /** What is to be seen has changed. */
  readonly onNews: () => void
  readonly onPainted?: ((play: PaintedPlay) => void) | undefined
}

export interface Chair {
  readonly handlers: ChairHandlers
  /** What is to be drawn at this moment; undefined where nobody may sit here. Asked for with each snapshot. */
  view(): ChairView | undefined
  /** The deck is another than before. */
  renew(): void
  /** The screen is in this mode, or in it no more. */
  setOn(isOn: boolean): void
  /** Something else stands on the wall in its place; the meeting waits behind it. */
  hide(): void
  close(): void
}

/** Points of the line that tells how guesses and figures came together. */
const MOST_GAPS = 12

export function makeChair(parts: ChairParts): Chair {
  const { index, watch, records, clock } = parts
  const { paper } = parts
  const chairRoom = makeChairRoom({
    ...{ index, watch, records },
    screen: parts.screen,
    canPrint: () => paper?.canPrint() ?? false,
  })
  /** Scenes of another start have other ids: a report that comes late is about nothing. */
  const prefix = `chair-${randomBytes(4).toString('hex')}-`
  const plays = makeChairPlays(parts)
  let state: MeetingState = startMeeting(clock.steady())
  let isOn = false
  let stopIdle = (): void => undefined

  const sources = (): ChairSources => ({
    room: chairRoom.room(),
    roomName: index.state().curation.name,
    item: watch.shownItem,
    member: (id) => watch.cast().members([id])[0],
    due: chairRoom.due,
    fact: (personaId) =>
      factOf(
        chairRoom.about(personaId, ['feedback', 'metric']).flatMap((id) => watch.shownItem(id) ?? []),
        index.state().curation.language,
      ),
    gaps: (personaId) => records.gaps(personaId, MOST_GAPS),
  })
  const deeds = makeChairDeeds({ ...parts, sources, send, paper })

  function send(event: MeetingEvent): void {
    if (!isOn) return
    const before = state
    take(event)
    if (state === before) return
    idle()
    parts.onNews()
  }

  function take(event: MeetingEvent): void {
    const { state: next, effects } = stepMeeting(state, event, clock.steady(), chairRoom.room())
    state = next
    for (const effect of effects) void run(effect)
  }

  async function run(effect: MeetingEffect): Promise<void> {
    switch (effect.type) {
      case 'find':
        return deeds.find(effect)
      case 'answer':
        return deeds.answer(effect)
      case 'save':
        return deeds.save(effect.meeting)
      case 'receipt':
        return deeds.receipt(effect)
    }
  }

  /** Two minutes without a key: by the steady clock, so that a clock set right ends no meeting. */
  function idle(): void {
    stopIdle()
    if (state.step === 'still') return
    stopIdle = clock.after(Math.max(1, state.touchedAt + chairRoom.idleMs() - clock.steady()), () => {
      send({ type: 'look' })
      if (state.step !== 'still') idle()
    })
  }

  const serialOf = (sceneId: string): number =>
    sceneId.startsWith(prefix) ? Number(sceneId.slice(prefix.length)) : Number.NaN

  return {
    handlers: {
      chairKey: ({ key }) => send({ type: 'key', key }),
      chairChoose: ({ sceneId, choice }) => send({ type: 'choose', serial: serialOf(sceneId), choice }),
      chairGuess: ({ sceneId, guess }) => send({ type: 'guess', serial: serialOf(sceneId), guess }),
      chairType: ({ sceneId, text }) => send({ type: 'type', serial: serialOf(sceneId), text }),
      chairPainted({ sceneId }) {
        const view =
          isOn && sceneId === `${prefix}${state.serial}` ? chairView(state, prefix, sources()) : undefined
        if (view) plays.painted(view)
      },
    },
    view() {
      if (!isOn) return undefined
      // Who may be shown no longer leaves before anything is drawn.
      take({ type: 'look' })
      const view = chairView(state, prefix, sources())
      plays.look(view)
      return view
    },
    renew() {
      chairRoom.renew()
      const erased = index.state().gone.filter(({ what }) => what === 'erased')
      void deeds.forget(erased.map(({ id }) => id))
      if (isOn) deeds.tryAgain()
    },
    hide: () => plays.look(undefined),
    setOn(next) {
      if (isOn === next) return
      isOn = next
      if (isOn) {
        state = { ...startMeeting(clock.steady()), serial: state.serial + 1 }
        return deeds.tryAgain()
      }
      stopIdle()
      plays.look(undefined)
    },
    close() {
      isOn = false
      stopIdle()
      plays.close()
    },
  }
}
