import type { PlayView } from '../../core/contract.ts'
import { journeySchema, type Phase } from '../../kinds/journey/schema.ts'

/** The phases of the journey that a play shows; none where it shows something else, or a map that somebody drew. */
export function phasesOf(play: PlayView | undefined): readonly Phase[] {
  if (play?.item.kind !== 'journey') return []
  const body = journeySchema.safeParse(play.item.body)
  return body.success ? body.data.phases : []
}
