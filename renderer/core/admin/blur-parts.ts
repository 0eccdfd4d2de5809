import { z } from 'zod'

const parts = z.array(z.record(z.string(), z.json())).catch([])

/** The parts of a photograph that are blurred already, as its field has them; none where it has none. */
export function blurParts(field: unknown): z.infer<typeof parts> {
  return parts.parse(field)
}
