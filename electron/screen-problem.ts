import { type Curation, isUnknownScreen } from '../renderer/core/curation.ts'
import { likelyName } from '../renderer/core/likely-name.ts'
import type { Problem } from '../renderer/core/problem.ts'

/** What --screen is when it is not given. */
const UNNAMED = 'default'

/** What is odd about the name of this screen, if anything; see `screenAudience` for what follows from it. */
export function screenProblems(curation: Curation, name: string): Problem[] {
  const known = Object.keys(curation.screens)
  if (known.includes(name)) return []
  if (isUnknownScreen(curation, name)) return [unknown(name, known)]
  if (name === UNNAMED) return []
  const likely = known.length > 0 ? likelyName(name, known) : undefined
  return [
    {
      path: 'room.yaml',
      field: 'screens',
      severity: known.length > 0 ? 'warning' : 'note',
      message: `There is no screen “${name}”, so this wall uses ${known.length > 0 ? 'the settings of “default”' : 'the usual settings'}.`,
      hint: likely ? `Did you mean --screen ${likely}?` : `Describe it in room.yaml below screens: ${name}.`,
    },
  ]
}

function unknown(name: string, known: readonly string[]): Problem {
  const likely = likelyName(name, known)
  const hint = likely
    ? `Did you mean --screen ${likely}?`
    : `Start it with --screen and one of ${known.join(', ')}, or describe “${name}” in room.yaml.`
  return {
    path: 'room.yaml',
    field: 'screens',
    severity: 'error',
    message: `There is no screen “${name}” and no “default”, so only what the public may see is shown here.`,
    hint,
  }
}
