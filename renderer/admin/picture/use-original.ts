import { useEffect, useState } from 'react'
import type { Original } from '../../core/admin/original.ts'
import { bridge } from '../bridge.ts'
import { failureOf } from '../kit/tell.ts'

/** The picture as it lies in the folder, once somebody has asked for it; gone with this part of the window. */
export function useOriginal(id: string): {
  readonly original: Original | undefined
  readonly ask: () => void
} {
  const [asked, setAsked] = useState('')
  const [original, setOriginal] = useState<Original>()
  useEffect(() => {
    setOriginal(undefined)
    if (asked !== id) return
    let isLate = false
    bridge.call('original', { id }).then(
      (answer) => isLate || setOriginal(answer),
      (error: unknown) => isLate || setOriginal({ ok: false, message: failureOf(error), hint: '' }),
    )
    return () => {
      isLate = true
    }
  }, [asked, id])
  return { original, ask: () => setAsked(id) }
}
