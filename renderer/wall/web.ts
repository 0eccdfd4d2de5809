import type { ChairView } from '../core/chair/view.ts'
import type { Bridge, CallName, PlayView, ScreenView, Snapshot } from '../core/contract.ts'

/** The contract served in memory, for a plain browser: whoever holds the room decides what is shown. */
export interface MemoryRoom {
  readonly bridge: Bridge
  /** Resolves with what the wall reported about this play: `painted`, or why not. */
  show(scene: MemoryScene): Promise<string>
  /** Every call of the wall since it was opened, the first first. */
  readonly said: readonly { readonly name: CallName; readonly detail: unknown }[]
}

export interface MemoryScene {
  readonly play?: PlayView
  /** Where there is no play. */
  readonly notice?: 'indexing' | 'empty' | 'withheld' | 'gone'
  /** In place of both. */
  readonly chair?: ChairView
  readonly screen?: Partial<ScreenView>
  readonly room?: Partial<Snapshot['room']>
}

const SCREEN: ScreenView = {
  name: 'gallery',
  mode: 'corridor',
  panel: { diagonalInches: 55, distanceM: 3 },
  theme: 'day',
  reducedMotion: true,
  sound: false,
  volume: 0,
}
const ROOM: Snapshot['room'] = { name: 'Customer Room', language: 'en', folder: 'content' }

export function memoryRoom(): MemoryRoom {
  const listeners = new Set<(snapshot: Snapshot) => void>()
  const waiting = new Map<string, (report: string) => void>()
  let snapshot: Snapshot = {
    revision: 1,
    roomRevision: 1,
    room: ROOM,
    screen: SCREEN,
    wall: { type: 'indexing' },
    problems: [],
    folderGone: false,
  }
  const unfit = new Map<string, string>()
  const said: { name: CallName; detail: unknown }[] = []

  function report(name: CallName, detail: unknown): void {
    const { playId, sceneId, reason, words, holds } = (detail ?? {}) as Record<string, unknown>
    if (name === 'chairPainted' && typeof sceneId === 'string') waiting.get(sceneId)?.('painted')
    if (typeof playId !== 'string') return
    if (name === 'unfit') unfit.set(playId, `, holds ${String(holds)} of ${String(words)} words`)
    if (name === 'failed') waiting.get(playId)?.(`failed: ${String(reason)}`)
    if (name === 'painted') waiting.get(playId)?.(`painted${unfit.get(playId) ?? ''}`)
  }

  return {
    said,
    bridge: {
      call: async (name, ...args) => {
        if (name !== 'alive') said.push({ name, detail: args[0] })
        report(name, args[0])
        // The compiler cannot tie a name to its answer; `snapshot` is the only call that has one.
        return (name === 'snapshot' ? snapshot : undefined) as never
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    show: ({ play, notice = 'empty', chair, screen, room }) =>
      new Promise((resolve) => {
        if (play) waiting.set(play.playId, resolve)
        else if (chair) waiting.set(chair.sceneId, resolve)
        else setTimeout(() => resolve('notice'), 1_500)
        snapshot = {
          ...snapshot,
          revision: snapshot.revision + 1,
          room: { ...ROOM, ...room },
          screen: { ...SCREEN, ...screen },
          wall: play ? { type: 'play', play } : chair ? { type: 'chair', chair } : { type: notice },
        }
        for (const listener of listeners) listener(snapshot)
      }),
  }
}
