import { parentPort } from 'node:worker_threads'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { deriveFile } from './derive-file.ts'
import type { Derived } from './derived.ts'

/** Entry of the thread that decodes pictures, recordings and films. */

export interface MediaTask {
  readonly bytes: Uint8Array
  readonly request: MediaRequest
  readonly wallPx: number
}

export type FromMediaThread =
  /** It gets on. */
  | { readonly type: 'step' }
  | { readonly type: 'derived'; readonly derived: Derived }
  | { readonly type: 'failed'; readonly thrown: unknown }

// Decoders say here what is wrong with a file; standard output is the result of `check` alone.
console.log = console.error

function say(message: FromMediaThread): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', async ({ bytes, request, wallPx }: MediaTask) => {
  try {
    const derived = await deriveFile(bytes, request, wallPx, () => say({ type: 'step' }))
    say({ type: 'derived', derived: derived.ok ? owned(derived) : derived })
  } catch (thrown) {
    say({ type: 'failed', thrown })
  }
})

/** What is sent takes the buffer behind it along, which may be a decoder's whole memory. */
function owned(derived: Derived & { readonly ok: true }): Derived {
  const { bytes, thumbnail } = derived
  const small = thumbnail && { ...thumbnail, bytes: new Uint8Array(thumbnail.bytes) }
  return { ...derived, bytes: new Uint8Array(bytes), thumbnail: small }
}
