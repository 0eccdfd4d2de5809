import type { Way } from './calls.ts'

/** Where a visitor is. It lives in the window alone: when she goes, it is gone. Pure. */
export type Place =
  | { readonly at: 'home' }
  /** Chooses among personas, phases or themes; `from` is the first that is seen. */
  | { readonly at: 'choices'; readonly way: Way; readonly from: number }
  /** Leafs through what she chose. */
  | {
      readonly at: 'slides'
      readonly way: Way
      readonly value: string
      readonly index: number
      readonly count: number
    }
  /** Says how she would feel in a phase of the journey that she has just seen. */
  | {
      readonly at: 'feel'
      readonly back: Extract<Place, { at: 'slides' }>
      readonly itemId: string
      readonly phases: number
      readonly phase: number
    }

export type PlaceEvent =
  | { readonly type: 'home' }
  | { readonly type: 'way'; readonly way: Way }
  /** Further choices than the screen holds. */
  | { readonly type: 'more'; readonly from: number }
  | { readonly type: 'choose'; readonly value: string; readonly count: number }
  | { readonly type: 'feel'; readonly itemId: string; readonly phases: number }
  | { readonly type: 'next' }
  | { readonly type: 'back' }

export const HOME: Place = { at: 'home' }

/** One step of a visitor. What leads nowhere leaves her where she is. */
export function stepPlace(place: Place, event: PlaceEvent): Place {
  switch (event.type) {
    case 'home':
      return HOME
    case 'way':
      return { at: 'choices', way: event.way, from: 0 }
    case 'more':
      return place.at === 'choices' ? { ...place, from: Math.max(0, event.from) } : place
    case 'choose':
      if (place.at !== 'choices' || event.count < 1) return place
      return { at: 'slides', way: place.way, value: event.value, index: 0, count: event.count }
    case 'feel':
      if (place.at !== 'slides' || event.phases < 1) return place
      return { at: 'feel', back: place, itemId: event.itemId, phases: event.phases, phase: 0 }
    case 'next':
      return onwards(place)
    case 'back':
      return backwards(place)
  }
}

/** After the last slide the first comes again; after the last phase, the journey. */
function onwards(place: Place): Place {
  if (place.at === 'slides') return { ...place, index: (place.index + 1) % place.count }
  if (place.at === 'feel')
    return place.phase + 1 < place.phases ? { ...place, phase: place.phase + 1 } : place.back
  return place
}

function backwards(place: Place): Place {
  switch (place.at) {
    case 'home':
      return place
    case 'choices':
      return HOME
    case 'slides':
      return place.index > 0
        ? { ...place, index: place.index - 1 }
        : { at: 'choices', way: place.way, from: 0 }
    case 'feel':
      return place.phase > 0 ? { ...place, phase: place.phase - 1 } : place.back
  }
}
