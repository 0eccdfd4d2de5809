import type { ItemDetail } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import type { Sides } from '../item/Conflict.tsx'
import { answerOf } from '../kit/change.ts'
import { tell } from '../kit/tell.ts'
import { blurWritten, type PictureDraft, rounded } from './picture-draft.ts'

/** Writes what was drawn into the photograph's own fields; what nobody drew stays as it was written. */
export async function savePicture(
  item: ItemDetail,
  before: PictureDraft,
  draft: PictureDraft,
  isForced: boolean,
): Promise<'saved' | 'refused' | Sides> {
  const share = (value: number): number => Math.round(value * 1_000) / 1_000
  const fields = {
    ...(draft.blur === before.blur || isSame(draft.blur, before.blur)
      ? {}
      : { blur: draft.blur.length === 0 ? null : blurWritten(draft.blur) }),
    ...(isSame(draft.crop, before.crop) ? {} : { crop: draft.crop ? rounded(draft.crop) : null }),
    ...(isSame(draft.focal, before.focal)
      ? {}
      : { focal: draft.focal ? { x: share(draft.focal.x), y: share(draft.focal.y) } : null }),
  }
  if (Object.keys(fields).length === 0) return 'saved'
  const was = Object.fromEntries(
    Object.keys(fields).map((name) => [
      name,
      item.fields.find((each) => each.name === name)?.written ?? null,
    ]),
  )
  const change = { type: 'fields' as const, items: [item.id], fields: fields as never }
  const answer = await answerOf(() =>
    bridge.call('change', { change: isForced ? change : { ...change, was: was as never } }),
  )
  if (!answer.ok && answer.because === 'conflict' && answer.sides) return answer.sides
  if (!answer.ok) {
    tell({ type: 'refused', refusal: answer })
    return 'refused'
  }
  tell({ type: 'done', id: answer.id, sentence: answer.sentence })
  return 'saved'
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
