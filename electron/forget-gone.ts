import type { Writing } from './admin/admin-part.ts'
import type { makeAuditTrail } from './audit-trail.ts'
import type { Records } from './records/records.ts'
import type { RoomIndex } from './room-index.ts'

/** What the room does not hold any more, the record does not quote any more: once for each that left. */
export function makeForgetGone(
  index: RoomIndex,
  records: Pick<Records, 'forgetTitles' | 'forgetTaps'>,
  trail: Pick<ReturnType<typeof makeAuditTrail>, 'gone'>,
  writing: Pick<Writing, 'forget'>,
): () => void {
  const forgotten = new Set<string>()
  return () => {
    const news = index.state().gone.filter(({ id, what }) => !forgotten.has(`${what} ${id}`))
    if (news.length === 0) return
    const erased = news.flatMap(({ id, what }) => (what === 'erased' ? id : []))
    records.forgetTaps(erased)
    if (erased.length > 0) writing.forget(erased)
    records.forgetTitles(news.map(({ id }) => id))
    for (const { id, what } of news) {
      trail.gone(id, what)
      forgotten.add(`${what} ${id}`)
    }
  }
}
