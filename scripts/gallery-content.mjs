// Scenes of the gallery out of a content folder: indexed as the app would, everything in the index drawn once, whatever its standing.
import { join } from 'node:path'
import { makeCast } from '../electron/cast.ts'
import { cacheFile } from '../electron/library/derive/cache.ts'
import { openIndexReader } from '../electron/library/index-reader.ts'
import { indexOnce } from '../electron/library/library.ts'
import { wallSize } from '../renderer/core/legibility.ts'
import { formatProblem } from '../renderer/core/problem.ts'
import { isKind, kinds } from '../renderer/kinds/index.ts'

/**
 * @param {string} folder
 * @param {string} dataDir
 */
export async function contentScenes(folder, dataDir) {
  await indexOnce({ folder, dataDir: join(dataDir, 'index'), wallPx: 1920 })
  const index = openIndexReader(join(dataDir, 'index'))
  for (const problem of index.problems()) console.log(`  ${problem.severity} ${formatProblem(problem)}`)
  const cards = index.cards()
  const cast = makeCast(
    cards.filter((card) => card.kind === 'persona'),
    (id) => index.item(id),
  )
  const { name, language } = index.curation()
  const wall = wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 1920, heightPx: 1080 })
  return cards.flatMap((card, position) => {
    const item = index.item(card.id)
    if (!item) return []
    const own = item.kind === 'persona' ? [item.id] : []
    return bodies(item, wall).map((body, part, all) => ({
      name: `${item.kind}-${item.id.replace(/^[^/]*\//, '').replace(/[^\w.-]/g, '_')}${all.length > 1 ? `-${part + 1}` : ''}`,
      room: { name, language },
      play: {
        playId: `gallery-${position}-${part}`,
        item: { ...item, body },
        part: { index: part, count: all.length },
        pass: { index: position, count: cards.length },
        cast: cast.members([...own, ...card.personas, ...(item.envelope.persona ?? [])]),
        dwellMs: 10_000,
      },
    }))
  })
}

/**
 * @param {string} dataDir
 * @param {string} hash
 */
export function contentFile(dataDir, hash) {
  return cacheFile(join(dataDir, 'index'), hash)
}

/**
 * @param {import('../renderer/core/item.ts').Item} item
 * @param {import('../renderer/core/legibility.ts').WallSize} wall
 * @returns {readonly unknown[]}
 */
function bodies(item, wall) {
  if (!isKind(item.kind)) return []
  const definition =
    /** @type {{schema: import('zod').ZodType, parts: (body: any, wall: any, media: any) => readonly unknown[]}} */ (
      kinds[item.kind]
    )
  return definition.parts(definition.schema.parse(item.body), wall, item.media)
}
