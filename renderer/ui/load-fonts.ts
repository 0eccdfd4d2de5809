import type { PlayView } from '../core/contract.ts'
import { type Face, facesFor } from './faces.ts'

/** Loads the faces that the words of a play, or of what is `instead` of one, need; one that cannot be loaded is replaced by the next one of the family list. */
export async function loadFonts(
  play: PlayView | undefined,
  room: { readonly language: string },
  instead?: unknown,
): Promise<void> {
  const faces = missing(facesOf(play, room, instead))
  await Promise.allSettled(
    faces.map(async ({ font, letters }) => {
      await document.fonts.load(font, letters)
      const known = loaded.get(font) ?? new Set()
      for (const letter of letters) known.add(letter)
      loaded.set(font, known)
    }),
  )
}

/** Whether all of them are loaded already. */
export function areFontsHere(play: PlayView, room: { readonly language: string }): boolean {
  return missing(facesOf(play, room, undefined)).length === 0
}

/** Letters by font. The browser is not asked again: with as many slices of fonts as there are it takes 30 ms to answer. */
const loaded = new Map<string, Set<string>>()

function missing(faces: readonly Face[]): Face[] {
  return faces.flatMap(({ font, letters }) => {
    const known = loaded.get(font)
    const left = known ? [...letters].filter((letter) => !known.has(letter)).join('') : letters
    return left === '' ? [] : [{ font, letters: left }]
  })
}

function facesOf(play: PlayView | undefined, room: { readonly language: string }, instead: unknown): Face[] {
  const texts = play ? textsIn([play.item.body, play.item.envelope, play.cast]) : textsIn(instead)
  return facesFor(texts, play?.item.envelope.lang, room.language)
}

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
