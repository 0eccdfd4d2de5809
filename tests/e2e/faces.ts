import type { CDPSession } from 'playwright-core'

/** A face that some letters of a slide are drawn in, as the browser tells it. */
export interface FaceInUse {
  readonly text: string
  readonly family: string
  /** False where it was found on the machine rather than brought by the page. */
  readonly ours: boolean
  readonly glyphs: number
}

interface DomNode {
  readonly nodeId: number
  readonly nodeType: number
  readonly nodeValue: string
  readonly children?: readonly DomNode[]
}

const TEXT_NODE = 3

/** The faces of every letter on the wall: the ones that were used to draw, not the ones that were asked for. */
export async function facesOnSlide(devtools: CDPSession): Promise<FaceInUse[]> {
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = (await devtools.send('DOM.getDocument', { depth: -1 })) as { readonly root: DomNode }
  const found: FaceInUse[] = []
  for (const { nodeId, text } of elementsWithText(root)) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    found.push(
      ...fonts.map((font) => ({
        text,
        family: font.familyName,
        ours: font.isCustomFont,
        glyphs: font.glyphCount,
      })),
    )
  }
  return found
}

/** Letters in faces of the machine, in words; empty where all are ours. */
export function strange(faces: readonly FaceInUse[]): string[] {
  return faces
    .filter((face) => !face.ours)
    .map(({ text, family, glyphs }) => `${glyphs} letters of “${text}” are in ${family} of the machine`)
}

function elementsWithText(node: DomNode): { nodeId: number; text: string }[] {
  const own = (node.children ?? []).filter(({ nodeType }) => nodeType === TEXT_NODE)
  const text = own.map((child) => child.nodeValue.trim()).join(' ')
  const below = (node.children ?? []).flatMap(elementsWithText)
  return text.trim() === '' ? below : [{ nodeId: node.nodeId, text }, ...below]
}
