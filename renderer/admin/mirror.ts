import { create } from 'zustand'
import type { AdminView, Bridge, Snapshot } from '../core/contract.ts'

/** What the host last said. A mirror: nothing in this window changes it. */
interface Mirror {
  readonly snapshot: Snapshot | undefined
}

export const useMirror = create<Mirror>()(() => ({ snapshot: undefined }))

/** Follows the host until the returned function is called. */
export function follow(bridge: Bridge): () => void {
  const end = bridge.subscribe(accept)
  // Subscribed first, asked second: what changes between the two is not lost, since the older answer is ignored.
  bridge.call('snapshot').then(accept, (error: unknown) => console.error('The host did not answer.', error))
  return end
}

function accept(snapshot: Snapshot): void {
  useMirror.setState((mirror) =>
    mirror.snapshot === undefined || snapshot.revision > mirror.snapshot.revision ? { snapshot } : mirror,
  )
}

/** Grows with every change in the room: who shows a list asks for it again. */
export function useRevision(): number {
  return useMirror((mirror) => mirror.snapshot?.roomRevision ?? 0)
}

/** What the host tells this window alone; undefined until it has spoken. */
export function useAdminView(): AdminView | undefined {
  return useMirror((mirror) => mirror.snapshot?.admin)
}
