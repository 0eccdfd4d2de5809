import { useSyncExternalStore } from 'react'

/** Where somebody is in this window: in its address, so that a page that is loaded again comes back to it. */

export const PLACES = [
  'now',
  'library',
  'order',
  'import',
  'worklist',
  'ledger',
  'history',
  'changes',
  'health',
] as const
export type PlaceName = (typeof PLACES)[number]

export interface Route {
  readonly place: PlaceName
  /** What is looked at there: an item's id, say; empty for the place itself. */
  readonly detail: string
}

/** `#/library/quotes%2Fegg-box` */
export function parseRoute(hash: string): Route {
  const [place = '', ...rest] = hash.replace(/^#\/?/, '').split('/')
  const detail = decoded(rest.join('/'))
  return { place: PLACES.find((name) => name === place) ?? 'now', detail }
}

export function routeTo(place: PlaceName, detail = ''): string {
  return `#/${place}${detail === '' ? '' : `/${encodeURIComponent(detail)}`}`
}

export function go(place: PlaceName, detail = ''): void {
  location.hash = routeTo(place, detail)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return parseRoute(hash)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
