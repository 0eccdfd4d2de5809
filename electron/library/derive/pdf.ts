import type { PDFiumLibrary } from '@hyzyla/pdfium'
import { reasonOf } from '../problems.ts'
import type { Pixels } from './colours.ts'
import { type NotDerived, notWhole, refused } from './derived.ts'

/** Pages of a PDF, drawn by PDFium (WASM: what goes wrong in it does not reach the process). */

export interface PdfPage {
  readonly ok: true
  readonly pixels: Pixels
  readonly pages: number
  /** What is written on the page, as far as it is text and no picture of text. */
  readonly words: string
}

/** More than any journey map; larger files are books of photographs. */
const MAX_BYTES = 200_000_000
/** Images in a PDF claim their size in plain dictionaries, where these are not compressed themselves. */
const MAX_IMAGE_PIXELS = 100_000_000
const IMAGE_SIZE = /\/(Width|Height)\s+(\d{1,9})\b/g

/** The page (1 is the first) with its longer side at `wallPx`, on white. */
export async function drawPdfPage(
  bytes: Uint8Array,
  page: number,
  wallPx: number,
): Promise<PdfPage | NotDerived> {
  if (bytes.length > MAX_BYTES)
    return refused(
      'This PDF is larger than 200 MB.',
      'Save the page that matters as a PDF or PNG of its own.',
      'too-large',
    )
  if (!hasEnd(bytes)) return notWhole('This PDF')
  const largest = largestImage(bytes)
  if (largest > MAX_IMAGE_PIXELS) {
    return refused(
      `This PDF holds a picture of ${Math.round(largest / 1_000_000)} megapixels, more than can be decoded here.`,
      'Save it with smaller pictures (Acrobat: Save as reduced size; a browser: Print to PDF).',
      'too-large',
    )
  }
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  let library: PDFiumLibrary | undefined
  try {
    library = await PDFiumLibrary.init()
    return await draw(library, bytes, page, wallPx)
  } catch (thrown) {
    return failed(reasonOf(thrown))
  } finally {
    // A fresh instance for each file gives its memory back whole, and nothing is left of a document that broke it.
    end(library)
  }
}

async function draw(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  page: number,
  wallPx: number,
): Promise<PdfPage | NotDerived> {
  const document = await library.loadDocument(bytes)
  const pages = document.getPageCount()
  if (page > pages || page < 1) {
    return refused(
      pages === 0
        ? 'This PDF has no page.'
        : `This PDF has ${pages} ${pages === 1 ? 'page' : 'pages'}, and page ${page} was asked for.`,
      pages === 0 ? 'Export it again.' : `Write a page from 1 to ${pages}.`,
    )
  }
  const sheet = document.getPage(page - 1)
  const { originalWidth, originalHeight } = sheet.getOriginalSize()
  const scale = wallPx / Math.max(originalWidth, originalHeight)
  if (!Number.isFinite(scale) || scale <= 0)
    return refused(`Page ${page} of this PDF has no size.`, 'Export it again.')
  const width = Math.max(1, Math.round(originalWidth * scale))
  const height = Math.max(1, Math.round(originalHeight * scale))
  // Before it is drawn: the library closes a page once it has drawn it.
  const words = sheet.getText()
  const drawn = await sheet.render({ width, height, render: async ({ data }) => data })
  const pixels = { data: drawn.data, width: drawn.width, height: drawn.height, channels: 4 }
  document.destroy()
  return { ok: true, pixels, pages, words }
}

/** A PDF ends with its table of contents and this mark, give or take what mail gateways append. */
function hasEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2_048)
  return tail.includes('%%EOF')
}

function largestImage(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let largest = 0
  let before: { name: string; value: number; at: number } | undefined
  for (const { 1: name = '', 2: digits = '', index } of text.matchAll(IMAGE_SIZE)) {
    const value = Number(digits)
    // Width and height of one picture stand in one dictionary, close together.
    if (before && before.name !== name && index - before.at < 400)
      largest = Math.max(largest, before.value * value)
    before = { name, value, at: index }
  }
  return largest
}

function failed(reason: string): NotDerived {
  if (/password|security/i.test(reason))
    return refused('This PDF is locked with a password.', 'Save a copy without a password.')
  if (/memory|out of bounds|unreachable/i.test(reason))
    return refused(
      'This PDF needs more memory than there is.',
      'Save the page that matters as a PNG.',
      'too-large',
    )
  return notWhole('This PDF')
}

function end(library: PDFiumLibrary | undefined): void {
  try {
    library?.destroy()
  } catch {
    // It is gone already: that is what was wanted.
  }
}
