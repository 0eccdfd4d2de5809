/** A table in Markdown whose first column is labels: its lines come as one paragraph, with a bar between the cells. */

const RULE = /^:?-{3,}:?$/

/** Labels with what stands beside them, numbered items as a list; none where the paragraph is no such table. */
export function labelledIn(paragraph: string): readonly (readonly [string, string | readonly string[]])[] {
  if (!/^\|.*\|$/s.test(paragraph.trim())) return []
  const cells = paragraph
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
  const first = cells.findIndex((cell) => RULE.test(cell))
  const width = cells.slice(first).findIndex((cell) => !RULE.test(cell))
  if (first === -1 || width !== 2) return []
  // Between two lines of the table stands an empty cell: the bar that ends one and the bar that begins the next.
  const body = cells.slice(first + width + 1)
  const pairs: (readonly [string, string | readonly string[]])[] = []
  for (let at = 0; at + 1 < body.length; at += width + 1) {
    const [label = '', text = ''] = [body[at], body[at + 1]]
    if (label !== '' && text !== '') pairs.push([label, itemsIn(text)])
  }
  return pairs
}

function itemsIn(text: string): string | readonly string[] {
  if (!/^1[.)]\s/.test(text)) return text
  return text
    .split(/(?:^|\s+)\d{1,2}[.)]\s+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
