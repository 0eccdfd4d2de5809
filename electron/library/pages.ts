import type { Media } from '../../renderer/core/item.ts'
import type { MediaRequest } from '../../renderer/core/kind.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { note } from './problems.ts'

/** A book is no map. */
const MAX_PAGES = 12

/** A request, then those for the pages that follow where they are wanted; whoever goes through them stops at the last. */
export function pagesOf(role: string, request: MediaRequest): readonly (readonly [string, MediaRequest])[] {
  if (request.as !== 'picture' || !request.onwards) return [[role, request]]
  const first = request.page ?? 1
  return Array.from({ length: MAX_PAGES }, (_, index) => [
    index === 0 ? role : `${role}-${index + 1}`,
    { ...request, page: first + index },
  ])
}

export function isLastPage(request: MediaRequest, { pages = 1 }: Media): boolean {
  return request.as !== 'picture' || (request.page ?? 1) >= pages
}

/** What is told of a document of which not all pages are taken. */
export function leftOut(request: MediaRequest, first: Media | undefined): Problem[] {
  if (request.as !== 'picture' || !request.onwards) return []
  const pages = first?.pages ?? 1
  const last = (request.page ?? 1) + MAX_PAGES - 1
  if (pages <= last) return []
  const message = `This document has ${pages} pages; those up to ${last} are shown.`
  return [note({ path: request.path }, message, 'Save the pages that matter as a document of their own.')]
}
