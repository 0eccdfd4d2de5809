import { useEffect, useState } from 'react'
import type { Shares } from '../../core/admin/order.ts'
import { bridge } from '../bridge.ts'
import { useRevision } from '../mirror.ts'

/**
 * How the time on the wall would be dealt out with these weights: asked for while a hand moves, one question at a time, the
 * latest weights next.
 */
export function useShares(weights: Readonly<Record<string, number>>): Shares | undefined {
  const revision = useRevision()
  const [shares, setShares] = useState<Shares>()
  const [asker] = useState(() => makeAsker(setShares))
  const key = JSON.stringify(weights)
  useEffect(() => {
    void revision
    asker(JSON.parse(key))
  }, [asker, key, revision])
  return shares
}

function makeAsker(take: (shares: Shares) => void): (weights: Record<string, number>) => void {
  let waiting: Record<string, number> | undefined
  let isAsking = false
  async function ask(): Promise<void> {
    isAsking = true
    while (waiting) {
      const weights = waiting
      waiting = undefined
      await bridge.call('shares', { weights }).then(take, () => undefined)
    }
    isAsking = false
  }
  return (weights) => {
    waiting = weights
    if (!isAsking) void ask()
  }
}
