/** A shape of screens, px. */
export interface Shape {
  readonly name: string
  readonly width: number
  readonly height: number
}

/** Screens as they are hung: television, upright, ultra-wide, an old projector, the smallest and the largest. */
const SHAPES: readonly Shape[] = [
  { name: 'landscape', width: 1920, height: 1080 },
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'wide', width: 2560, height: 1080 },
  { name: 'classic', width: 1280, height: 960 },
  { name: 'hd', width: 1280, height: 720 },
  { name: 'uhd', width: 3840, height: 2160 },
]

/** The shapes of a list of names and sizes (`320x240` to `7680x7680`), or what is wrong with it in words. */
export function shapesOf(list: string): readonly Shape[] | string {
  const shapes: Shape[] = []
  for (const word of list.split(',').map((each) => each.trim())) {
    const known = SHAPES.find(({ name }) => name === word)
    const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(word) ?? []
    if (known) shapes.push(known)
    else if (width && height) shapes.push({ name: word, width: Number(width), height: Number(height) })
    else
      return `“${word}” is no shape. Write ${SHAPES.map(({ name }) => name).join(', ')} or a size such as 1366x768.`
  }
  return shapes
}
