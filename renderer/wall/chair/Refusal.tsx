import type { ChairRefusal } from '../../core/chair/view.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'

/** What could not be written, and what becomes of it. */
export function Refusal({ refusal }: { readonly refusal: ChairRefusal }) {
  return (
    <div role="alert" style={{ marginTop: u(0.8) }}>
      <We c={1} strong>
        {refusal.message}
      </We>
      <We c={1}>{refusal.hint}</We>
    </div>
  )
}
