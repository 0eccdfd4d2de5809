// Scenes of a room for a page in a browser: indexed and judged as the app would, and only what may be shown is ever drawn.
import { join } from 'node:path'
import { makeCast } from '../../electron/cast.ts'
import { cacheFile } from '../../electron/library/derive/cache.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { indexOnce } from '../../electron/library/library.ts'
import { screenView } from '../../electron/play-view.ts'
import { judge } from '../../renderer/core/deck.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import { ageOf } from '../../renderer/core/patina.ts'
import { isKind, kinds } from '../../renderer/kinds/index.ts'

/** Pictures are made for the widest of the usual shapes, px. */
const WALL_PX = 2_560

/**
 * Every slide of a folder, and what is not shown with its reasons.
 * @param {string} folder
 * @param {string} dataDir where the index and the derived files go
 * @param {{screen?: string, now?: number}} [at] for whom, and when (ms since 1970 UTC)
 */
export async function readRoom(folder, dataDir, { screen = '', now = Date.now() } = {}) {
  await indexOnce({ folder, dataDir: join(dataDir, 'index'), wallPx: WALL_PX })
  const index = openIndexReader(join(dataDir, 'index'))
  const curation = index.curation()
  const standingOf = judge(curation, { screen, now })
  const judged = index.places().map((place) => ({ ...place, standing: standingOf(place.card) }))
  const shown = judged.filter(({ standing }) => standing.state === 'shown')
  const cards = shown.map(({ card }) => card)
  const cast = makeCast(
    cards.filter((card) => card.kind === 'persona'),
    (id) => index.item(id),
  )
  const { panel, theme, brand } = screenView(curation, screen)
  const wall = wallSize({ ...panel, widthPx: 1920, heightPx: 1080 })
  const day = localMinute(now, curation.timezone).slice(0, 10)
  const scenes = shown.flatMap(({ card, path, line }, position) => {
    const item = index.item(card.id)
    if (!item) return []
    const own = item.kind === 'persona' ? [item.id] : []
    return bodies(item, wall).map((body, part, all) => ({
      name: `${item.kind}-${item.id.replace(/^[^/]*\//, '').replace(/[^\p{L}\p{N}.-]/gu, '_')}${all.length > 1 ? `-${part + 1}` : ''}`,
      place: `${path}:${line}`,
      room: { name: curation.name, language: curation.language },
      screen: { panel, theme, ...(brand && { brand }) },
      play: {
        playId: `gallery-${position}-${part}`,
        item: { ...item, body },
        part: { index: part, count: all.length },
        pass: { index: position, count: cards.length },
        cast: cast.members([...own, ...card.personas, ...(item.envelope.persona ?? [])]),
        age: ageOf(item.envelope.captured, curation.patina, day),
        today: day,
        dwellMs: 10_000,
      },
    }))
  })
  const notShown = judged.flatMap(({ path, line, standing }) =>
    standing.state === 'shown' ? [] : [{ path, line, state: standing.state, reasons: standing.reasons }],
  )
  const problems = index.problems()
  index.close()
  return { name: curation.name, scenes, notShown, problems }
}

/**
 * The slides alone.
 * @param {string} folder
 * @param {string} dataDir
 */
export async function contentScenes(folder, dataDir) {
  return (await readRoom(folder, dataDir)).scenes
}

/**
 * @param {string} dataDir
 * @param {string} hash
 */
export function contentFile(dataDir, hash) {
  return cacheFile(join(dataDir, 'index'), hash)
}

/**
 * @param {import('../../renderer/core/item.ts').Item} item
 * @param {import('../../renderer/core/legibility.ts').WallSize} wall
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
