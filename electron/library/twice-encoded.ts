/**
 * Text that was saved as UTF-8, opened as Windows-1252 and saved as UTF-8 again: `cafÃ©`. Nobody writes that, so where a
 * whole file can be turned back, it is.
 */
export const TWICE = 'utf-8 twice'

/** The character of each byte, as browsers read Windows-1252: no byte is without one. */
const LETTERS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const BYTES = new Map(Array.from(LETTERS, (letter, byte) => [letter, byte] as const))
const SIGNS = /[ÂÃâ][\u0080-\u00BF\u0152-\u2122]|[ÐÑ][^\p{ASCII}]|[ÎÏ×Ø][^\p{ASCII}]/u

/** The text as it was written; undefined where it does not come from this mishap. */
export function onceEncoded(text: string): string | undefined {
  if (!SIGNS.test(text)) return undefined
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // Bytes without a letter of their own stay what they are, as they do in ISO 8859-1.
    const byte = code < 0xa0 ? code : BYTES.get(text[at] ?? '')
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
