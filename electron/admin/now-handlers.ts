import type { LivePicture, OnNow } from '../../renderer/core/admin/now.ts'
import type { NowHandlers, PlayView } from '../../renderer/core/contract.ts'
import type { Clock } from '../clock.ts'
import type { Forecast } from '../forecast.ts'
import type { Rotation } from '../rotation.ts'

export interface NowParts {
  readonly rotation: Pick<Rotation, 'play' | 'view' | 'due' | 'report'>
  readonly clock: Clock
  readonly forecast: Pick<Forecast, 'upcoming'>
  /** What can be seen of the wall; main has the window. */
  readonly picture: (wanted: { known?: string | undefined; width: number }) => Promise<LivePicture>
}

/** The wall at this moment, for the curator: what is on, what follows, and a word to the player. */
export function nowHandlers({ rotation, forecast, clock, picture }: NowParts): NowHandlers {
  /** The machine's time of a moment of the steady clock; ms since 1970 UTC. */
  const wallTime = (steady: number): number => Math.round(clock.now() - clock.steady() + steady)

  function onNow(): OnNow | undefined {
    const play = rotation.play()
    const view = rotation.view()
    if (!play || !view) return undefined
    const due = play.paintedAt === undefined ? undefined : rotation.due()
    return {
      playId: play.playId,
      ...whatIs(view),
      part: view.part,
      reasons: play.reasons,
      since: play.paintedAt === undefined ? undefined : wallTime(play.paintedAt),
      until: due === undefined ? undefined : wallTime(due),
    }
  }

  /** A key that is pressed twice, or too late, must not hit what follows. */
  function ifOn(type: 'skip' | 'replay'): (which: { playId: string }) => void {
    return ({ playId }) => {
      if (rotation.play()?.playId === playId) rotation.report({ type })
    }
  }

  return {
    live: async (wanted) => ({ picture: await picture(wanted), on: onNow(), now: Math.round(clock.now()) }),
    upcoming: ({ count }) =>
      forecast
        .upcoming(count)
        .map(({ id: itemId, kind, title, at, reasons }) => ({ itemId, kind, title, at, reasons })),
    skip: ifOn('skip'),
    replay: ifOn('replay'),
  }
}

function whatIs({ item }: PlayView): { itemId: string; kind: string; title: string } {
  return { itemId: item.id, kind: item.kind, title: item.title }
}
