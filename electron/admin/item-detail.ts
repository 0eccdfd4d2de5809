import type { FieldPlace, ItemAnswer, ItemField, ItemQuestion } from '../../renderer/core/admin/find.ts'
import { decisionFor, screenSettings } from '../../renderer/core/curation.ts'
import type { Item } from '../../renderer/core/item.ts'
import { type WallSize, wallSize } from '../../renderer/core/legibility.ts'
import { panelSettings } from '../play-view.ts'
import { filesBeside } from './beside.ts'
import { fieldPlaces } from './field-places.ts'
import { mayPreview, type RoomNow } from './room-now.ts'
import { standingOn } from './screen-states.ts'

/** Everything that is to be said of one item. */
export function itemDetail(room: RoomNow, question: ItemQuestion): ItemAnswer {
  const { id, screen = room.screen } = question
  const [placed] = room.index.items([id])
  const judged = room.find(id)
  if (!placed || !judged) return missing(id)
  const { item, path, line } = placed
  const { card } = judged
  const { curation } = room.index.state()
  const standing = screen === room.screen ? judged.standing : standingOn(room, screen)(card)
  const decision = decisionFor(curation, id)
  const byScreen = room.records
    .totalsOf(id)
    .map(({ screen: name, plays, lastAt }) => ({ screen: name, plays, lastAt }))
  const share = room.share(id)
  const dueIn = room.nextDueIn(id)
  return {
    ok: true,
    item: {
      id,
      kind: item.kind,
      title: item.title,
      path,
      line,
      files: filesBeside(room.folder, path),
      standing: standing.state,
      reasons: standing.state === 'shown' ? [] : standing.reasons,
      whyNot: room.whyNot(id, screen),
      fields: fieldsOf(item, fieldPlaces({ folder: room.folder, path, line, kind: item.kind, curation }), {
        path,
        line,
      }),
      ...(decision === undefined ? {} : { decision }),
      weight: decision?.weight ?? card.weight,
      ...(share === undefined ? {} : { share }),
      ...(dueIn === undefined ? {} : { nextDueAt: room.clock.now() + dueIn }),
      plays: byScreen.reduce((sum, each) => sum + each.plays, 0),
      byScreen,
      views: mayPreview(standing) ? room.views(item, wallOf(room, question)) : [],
    },
  }
}

function missing(id: string): ItemAnswer {
  return {
    ok: false,
    message: `There is no item ${id} in this room any more.`,
    hint: 'It may have been moved, renamed or erased meanwhile; look for it by its words.',
  }
}

function wallOf({ index, screen }: RoomNow, question: ItemQuestion): WallSize | undefined {
  if (!question.shape) return undefined
  const settings = screenSettings(index.state().curation, question.screen ?? screen)
  return wallSize({ ...panelSettings(settings, undefined), ...question.shape })
}

/** Of a table's row the place is the row, unless a file beside it or room.yaml says it of all of them. */
function fieldsOf(
  { envelope, body }: Item,
  places: ReadonlyMap<string, FieldPlace>,
  own: { readonly path: string; readonly line: number },
): ItemField[] {
  const isRow = /\.(?:csv|tsv|tab|xlsx|xlsm)$/i.test(own.path)
  const fields = (of: ItemField['of'], value: unknown): ItemField[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).map(([name, each]: [string, unknown]) => {
          const place = places.get(name) ?? (isRow ? { ...own, by: 'file' as const } : undefined)
          return { name, of, value: each, ...(place === undefined ? {} : { place }) }
        })
  return [...fields('envelope', envelope), ...fields('body', body)]
}
