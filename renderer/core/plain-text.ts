/** Words out of a cell or a message that a help desk or a word processor exported as HTML. */

/** Names that exporters write, with attributes that have values: “if a <b and c> d” is what somebody wrote. */
const TAG =
  /<\/?(?:p|br|b|i|u|s|em|strong|div|span|ul|ol|li|a|img|table|tbody|thead|tr|td|th|h[1-6]|font|html|head|body|script|style|blockquote|pre|code|hr|sub|sup|small|del|ins|center|section|article|figure|meta|link|title|o:p)(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>/i
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** The text without its tags, with its paragraphs; itself where it has none. Nothing is ever drawn as HTML. */
export function plainText(text: string): string {
  const spaced = text.replaceAll('_x000D_', '')
  if (!TAG.test(spaced)) return spaced.trim()
  return withEntities(
    spaced
      .replace(/<(script|style|head)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
      .replace(/<!--[\s\S]*?(-->|$)/g, '')
      .replace(/\s+/g, ' ')
      .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>\s*/gi, '\n')
      .replace(new RegExp(TAG, 'gi'), ''),
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}

function withEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
}
