import { Resvg } from '@resvg/resvg-js'

/** Finding the fonts of a system takes half a second, and most drawings hold no text. */
const HAS_TEXT = /<(\w+:)?text[\s>]/

/**
 * A drawing as PNG with its longer side at `longerPx`. Nothing is fetched: the renderer resolves only what stands in
 * the text. Throws where it is no drawing.
 */
export function drawSvg(svg: string, longerPx: number): Uint8Array {
  const font = { loadSystemFonts: HAS_TEXT.test(svg), defaultFontFamily: 'sans-serif' }
  const probe = new Resvg(svg, { font: { loadSystemFonts: false } })
  const mode = probe.width >= probe.height ? 'width' : 'height'
  return new Resvg(svg, { font, fitTo: { mode, value: longerPx }, logLevel: 'off' }).render().asPng()
}
