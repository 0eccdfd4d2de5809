import { create } from 'zustand'
import type { Bridge, Snapshot } from '../core/contract.ts'

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
  useMirror.setState((mirror) => (isNewer(snapshot, mirror.snapshot) ? { snapshot } : mirror))
}

/** Answers may overtake each other; the revision tells which is the later one. */
export function isNewer(snapshot: Snapshot, known: Snapshot | undefined): boolean {
  return known === undefined || snapshot.revision > known.revision
}
