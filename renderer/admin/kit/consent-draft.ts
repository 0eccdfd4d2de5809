import type { CalendarDate } from '@internationalized/date'
import { AUDIENCES, type Audience, type Consent, type PublicSource } from '../../core/item.ts'

/** A ground while somebody still writes it down. Nothing of it is assumed: what is not said is asked for. */
export interface BasisDraft {
  readonly type: 'unsaid' | 'agreed' | 'published' | 'not-yet'
  readonly who: string
  readonly given: CalendarDate | null
  readonly expires: CalendarDate | null
  readonly display: boolean
  readonly otherPurposes: string
  readonly audience: readonly Audience[]
  readonly collected: string
  readonly controller: string
  readonly place: string
}

export const NO_BASIS: BasisDraft = {
  type: 'unsaid',
  who: '',
  given: null,
  expires: null,
  display: false,
  otherPurposes: '',
  audience: [],
  collected: '',
  controller: '',
  place: '',
}

export type Lack = 'who' | 'given' | 'purposes' | 'audience' | 'place'

/** What has to be said before the draft is a ground; of one that is not chosen, nothing. */
export function lacksOf(draft: BasisDraft): readonly Lack[] {
  if (draft.type === 'published') return draft.place.trim() === '' ? ['place'] : []
  if (draft.type !== 'agreed') return []
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['who', draft.who.trim() === ''],
    ['given', draft.given === null],
    ['purposes', !draft.display],
    ['audience', draft.audience.length === 0],
  ]
  return lacks.filter(([, isLacking]) => isLacking).map(([lack]) => lack)
}

/** The ground that was written down; null where there is none yet, undefined where something is still to be said. */
export function basisOf(draft: BasisDraft): Consent | PublicSource | null | undefined {
  if (draft.type === 'unsaid' || lacksOf(draft).length > 0) return undefined
  if (draft.type === 'not-yet') return null
  if (draft.type === 'published') return { public_source: draft.place.trim() }
  const others = draft.otherPurposes.split(',').map((each) => each.trim())
  return {
    who: draft.who.trim(),
    given: draft.given?.toString() ?? '',
    purposes: [...(draft.display ? ['display'] : []), ...others.filter((each) => each !== '')],
    audience: AUDIENCES.filter((each) => draft.audience.includes(each)),
    ...(draft.expires === null ? {} : { expires: draft.expires.toString() }),
    ...said('collected', draft.collected),
    ...said('controller', draft.controller),
  }
}

function said(name: 'collected' | 'controller', text: string): { readonly [Name in typeof name]?: string } {
  return text.trim() === '' ? {} : { [name]: text.trim() }
}
