import type { Page } from 'playwright-core'

export interface TextBox {
  readonly text: string
  readonly fontPx: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** A word of a caption that has not been spoken yet. */
  readonly waits: boolean
}

/** Every line of text that a viewer sees on the topmost slide, as boxes in px: the inked height of a line, not its line box. */
export function visibleLines(page: Page): Promise<TextBox[]> {
  return page.evaluate(() => {
    const root = document.getElementById('wall')
    const lines: TextBox[] = []
    if (!root) return lines
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!parent || text === '') continue
      const style = getComputedStyle(parent)
      if (style.visibility === 'hidden' || style.display === 'none' || !parent.checkVisibility()) continue
      const fontPx = Number.parseFloat(style.fontSize)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue
        // The em box, without the leading that neighbours may share.
        const middle = (box.top + box.bottom) / 2
        const half = fontPx * 0.38
        lines.push({
          text,
          fontPx,
          waits: parent.matches('.word:not([data-said])'),
          left: box.left,
          right: box.right,
          top: middle - half,
          bottom: middle + half,
        })
      }
    }
    return lines
  })
}

/** Pairs of lines whose ink lies on each other, by their texts. */
export function overlaps(lines: readonly TextBox[]): string[] {
  return lines.flatMap((a, index) =>
    lines
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack(a, b) &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack(a, b),
      )
      .map((b) => `“${a.text}” and “${b.text}”`),
  )
}

/** Boxes of letters that stand side by side may touch: a fiftieth of the smaller type, px. */
function slack(a: TextBox, b: TextBox): number {
  return Math.max(2, Math.min(a.fontPx, b.fontPx) / 50)
}

/** Lines that are not wholly inside a window of this size, by their texts. */
export function outside(lines: readonly TextBox[], width: number, height: number): string[] {
  return lines
    .filter((line) => line.left < 0 || line.top < 0 || line.right > width + 0.5 || line.bottom > height + 0.5)
    .map((line) => line.text)
}
