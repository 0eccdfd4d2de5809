import type { Change, ChangeOf } from '../../renderer/core/admin/change.ts'
import type { ChangeSentence, ItemsNamed } from '../../renderer/core/admin/change-sentence.ts'
import type { Item } from '../../renderer/core/item.ts'

/** What a change is called in the list of changes. */
export function sentenceOf(
  change: Change,
  find: (id: string) => Item | undefined,
  count: number,
): ChangeSentence {
  const named = (ids: readonly string[]): ItemsNamed => {
    const [first = ''] = ids
    const item = find(first)
    return { title: item?.title ?? first, kind: item?.kind ?? '', count: ids.length }
  }
  switch (change.type) {
    case 'decide':
      return decided(change, named(change.items))
    case 'set':
      return set(change)
    case 'order':
      return ordered(change.order, named)
    case 'release':
      return { key: 'released', what: change.what }
    case 'volume':
      return change.volume === undefined
        ? { key: 'sound', screen: change.screen, on: change.on ?? false }
        : { key: 'volume', screen: change.screen, percent: Math.round(change.volume * 100) }
    case 'table':
      return { key: 'table', table: change.key }
    case 'defaults':
      return { key: 'defaults', path: change.path }
    case 'fields':
      return { key: 'fields', items: named(change.items), fields: Object.keys(change.fields) }
    case 'text':
      return { key: 'text', path: change.path }
    case 'redact':
      return {
        key: 'redacted',
        items: without(named([change.item]), change.words),
        words: change.words.length,
      }
    case 'consent':
      return { key: 'public_source' in change.consent ? 'published' : 'consent', items: named(change.items) }
    case 'withdraw':
      return { key: change.published ? 'took-down' : 'withdrew', who: change.who, count }
    case 'erase':
      return { key: 'erased', count: change.items.length }
  }
}

/** A title is often made of the words that are taken out: it is told up to the first of them. */
function without(items: ItemsNamed, words: readonly string[]): ItemsNamed {
  const begins = words.flatMap((word) => word.trim().split(/\s+/)[0] ?? [])
  const found = begins.map((begin) => items.title.indexOf(begin)).filter((at) => at >= 0)
  return found.length === 0 ? items : { ...items, title: `${items.title.slice(0, Math.min(...found))}…` }
}

function decided({ decision }: ChangeOf<'decide'>, items: ItemsNamed): ChangeSentence {
  const said = Object.entries(decision).filter(([, value]) => value !== undefined)
  const { hidden, weight, pinned, from, until, dayparts, cleared } = decision
  const onlyDates = said.every(([name]) => name === 'from' || name === 'until')
  if (onlyDates && said.length > 0) return { key: 'dated', items, from: from ?? null, until: until ?? null }
  if (said.length !== 1) return { key: 'decided', items }
  if (hidden !== undefined) return { key: hidden ? 'hid' : 'unhid', items }
  if (weight !== undefined) return { key: 'weighed', items, weight }
  if (pinned !== undefined) return { key: pinned ? 'pinned-item' : 'unpinned-item', items }
  if (dayparts !== undefined) return { key: 'dayparted', items, dayparts: dayparts ?? [] }
  return { key: 'cleared', items, what: (cleared ?? []).flatMap(({ what }) => what) }
}

function set({ settings }: ChangeOf<'set'>): ChangeSentence {
  const [first] = settings
  const value = first?.value
  const isWord = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return {
    key: 'set',
    setting: (first?.path ?? []).join('.'),
    value: isWord && settings.length === 1 ? value : null,
    count: settings.length,
  }
}

function ordered(
  order: ChangeOf<'order'>['order'],
  named: (ids: readonly string[]) => ItemsNamed,
): ChangeSentence {
  switch (order.what) {
    case 'pin':
      return { key: 'pin', items: named([order.item]) }
    case 'takeover':
      return { key: 'takeover', items: named([order.item]), until: order.until }
    case 'message':
      return { key: 'message', until: order.until }
    case 'pause':
      return { key: 'pause', until: order.until ?? null }
    case 'visitors':
      return { key: 'visitors', audience: order.audience, until: order.until }
  }
}
