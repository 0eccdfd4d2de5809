import type { MemoryScene } from '../../renderer/wall/web.ts'
import { chairPersona } from './chair-people.ts'
import { chairScenes } from './chair-scenes.ts'
import type { readRoom } from './content.mjs'

type Scenes = Readonly<Awaited<ReturnType<typeof readRoom>>['scenes']>

export interface ChairCase {
  readonly name: string
  readonly scene: MemoryScene & { readonly chair: NonNullable<MemoryScene['chair']> }
}

/** The scenes of a meeting with the people of a room, as the wall's page takes them; none where the room has no persona. */
export function chairCases(scenes: Scenes): ChairCase[] {
  const people = scenes.flatMap(({ play }) => {
    const [member] = play.cast
    return play.item.kind === 'persona' && member ? [chairPersona(play.item, member)] : []
  })
  if (people.length === 0) return []
  // Whoever has been drawn seated comes first.
  const order = [...people].sort((a, b) => Number(b.seated !== undefined) - Number(a.seated !== undefined))
  return chairScenes(order).map(({ name, chair, language = 'en', lowerEdgeMm, diagonalInches = 55 }) => ({
    name: `chair-${name}`,
    scene: {
      chair,
      room: { language },
      screen: {
        mode: 'chair',
        panel: { diagonalInches, distanceM: diagonalInches < 30 ? 1 : 3 },
        lowerEdgeMm,
      },
    },
  }))
}
