import type { Store } from './queries.ts'
import type { Sources } from './sources.ts'
import { folderKind } from './units.ts'

/** Kinds whose pictures are of real people. */
const OF_PEOPLE: readonly string[] = ['photo', 'clip', 'observation']

/** True for a picture that lies among the photographs of interactions, and for a copy of one. */
export function isPhotoOfSomebody(path: string, sources: Sources, store: Store): boolean {
  if (isAmongPhotos(path)) return true
  const hash = store.hashOf(path)
  return (
    hash !== undefined && store.pathsOfHash(hash).some((copy) => sources.has(copy) && isAmongPhotos(copy))
  )
}

function isAmongPhotos(path: string): boolean {
  const kind: string | undefined = folderKind(path)
  return kind !== undefined && OF_PEOPLE.includes(kind)
}
