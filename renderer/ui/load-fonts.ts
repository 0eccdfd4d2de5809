import type { PlayView } from '../core/contract.ts'
import { facesFor } from './faces.ts'

/** Loads the faces that the words of a play, or of what is `instead` of one, need; one that cannot be loaded is replaced by the next one of the family list. */
export async function loadFonts(
  play: PlayView | undefined,
  room: { readonly language: string },
  instead?: unknown,
): Promise<void> {
  const texts = play ? textsIn([play.item.body, play.item.envelope, play.cast]) : textsIn(instead)
  const faces = facesFor(texts, play?.item.envelope.lang, room.language)
  await Promise.allSettled(faces.map(({ font, letters }) => document.fonts.load(font, letters)))
}

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
