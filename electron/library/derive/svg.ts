import sax from 'sax'
import { reasonOf } from '../problems.ts'
import { decodeText, encodingOf } from '../text.ts'
import { type NotDerived, notWhole, refused } from './derived.ts'

/**
 * An SVG is a program for a drawing. It is read as XML, and only what draws is written out again, so that the
 * renderer never sees the author's bytes: no script, no foreign content, no entity, nothing from outside the file.
 */
export type SafeSvg =
  | {
      readonly ok: true
      readonly svg: string /** Pictures inside the drawing, to be checked like any other. */
      readonly embedded: readonly Buffer[]
    }
  | NotDerived

/** Larger drawings are refused before they are parsed, bytes. Photographs inside them count. */
const MAX_BYTES = 30_000_000
/** Far beyond any drawing that people make by hand or export from a map; traced photographs reach it. */
const MAX_ELEMENTS = 200_000
const MAX_DEPTH = 128
const MAX_EMBEDDED = 200

/** Never drawn here, whatever is in them. */
const DROPPED = new Set([
  'script',
  'foreignObject',
  'iframe',
  'handler',
  'listener',
  'metadata',
  'audio',
  'video',
])
/** Elements that draw what their reference points to. */
const DRAWS_REFERENCE = new Set([
  'image',
  'use',
  'feImage',
  'pattern',
  'linearGradient',
  'radialGradient',
  'filter',
  'tref',
  'textPath',
  'mpath',
  'cursor',
])
const PICTURE_DATA = /^\s*data:image\/(png|jpe?g|gif|webp|avif)\s*(?:;[^,]*)?;base64\s*,/i
const OUTSIDE_URL = /url\(\s*(?!["']?\s*#)[^)]*\)?/gi
const SIMPLER = 'Export it as a plain SVG, or save it as PNG.'

/** Reads a drawing and writes it anew without what is dangerous; refuses what cannot be drawn without it. */
export function safeSvg(bytes: Uint8Array): SafeSvg {
  if (bytes.length > MAX_BYTES)
    return refused(
      'This drawing is larger than 30 MB.',
      'Save it as PNG, or embed smaller pictures.',
      'too-large',
    )
  const encoding = encodingOf(bytes)
  if ('damaged' in encoding) return notWhole('This drawing')
  try {
    return new Rewriter().rewrite(decodeText(bytes, encoding.name))
  } catch (thrown) {
    if (thrown instanceof Refusal) return refused(thrown.message, thrown.hint)
    return {
      ...notWhole('This drawing'),
      message: `This drawing is not complete yet, or it is damaged (${firstLine(reasonOf(thrown))}).`,
    }
  }
}

class Refusal extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

class Rewriter {
  readonly #out: string[] = []
  readonly #embedded: Buffer[] = []
  #depth = 0
  #elements = 0
  /** Depth of the dropped element that we are in; 0 outside of one. */
  #dropped = 0
  #style = false

  rewrite(text: string): SafeSvg {
    const parser = sax.parser(true)
    parser.onerror = (error) => {
      throw error
    }
    parser.ondoctype = (doctype) => {
      if (/<!\s*ENTITY/i.test(doctype))
        throw new Refusal('This drawing defines its own entities, which can be a trap.', SIMPLER)
    }
    parser.onopentag = ({ name, attributes }) =>
      this.#open(name, attributes as Readonly<Record<string, string>>)
    parser.onclosetag = (name) => this.#close(name)
    parser.ontext = (said) => this.#text(said)
    parser.oncdata = (said) => this.#text(said)
    parser.write(text).close()
    if (this.#elements === 0) throw new Error('no drawing in it')
    return { ok: true, svg: this.#out.join(''), embedded: this.#embedded }
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1
    this.#elements += 1
    if (this.#depth === 1 && localName(name) !== 'svg') throw new Error('not an SVG')
    if (this.#depth > MAX_DEPTH)
      throw new Refusal(`This drawing is nested more than ${MAX_DEPTH} levels deep.`, SIMPLER)
    if (this.#elements > MAX_ELEMENTS)
      throw new Refusal(
        `This drawing has more than ${MAX_ELEMENTS.toLocaleString('en')} parts.`,
        'Save it as PNG.',
      )
    if (this.#dropped > 0) return
    if (DROPPED.has(localName(name))) {
      this.#dropped = this.#depth
      return
    }
    this.#style = localName(name) === 'style'
    const kept = Object.entries(attributes).flatMap(([key, value]) =>
      this.#attribute(localName(name), key, value),
    )
    this.#out.push(`<${name}${kept.join('')}>`)
  }

  #close(name: string): void {
    if (this.#dropped === 0) this.#out.push(`</${name}>`)
    if (this.#dropped === this.#depth) this.#dropped = 0
    this.#style = false
    this.#depth -= 1
  }

  #text(said: string): void {
    if (this.#dropped === 0) this.#out.push(escaped(this.#style ? safeCss(said) : said))
  }

  #attribute(element: string, key: string, value: string): string[] {
    const name = localName(key)
    if (/^on/i.test(name) || key === 'xml:base') return []
    if (name === 'href' || name === 'src') return this.#reference(element, key, value)
    return [` ${key}="${escaped(safeCss(value))}"`]
  }

  #reference(element: string, key: string, value: string): string[] {
    const target = value.trim()
    if (target.startsWith('#')) return [` ${key}="${escaped(target)}"`]
    if (!DRAWS_REFERENCE.has(element)) return []
    if (element === 'image' || element === 'feImage') {
      const data = PICTURE_DATA.exec(target)
      if (data) {
        this.#embedded.push(Buffer.from(target.slice(data[0].length), 'base64'))
        if (this.#embedded.length > MAX_EMBEDDED)
          throw new Refusal(`This drawing holds more than ${MAX_EMBEDDED} pictures.`, 'Save it as PNG.')
        return [` ${key}="${escaped(target)}"`]
      }
    }
    if (target === '') return []
    throw new Refusal(
      target.startsWith('data:')
        ? 'This drawing holds another drawing or a file of an unknown kind.'
        : 'This drawing shows something from outside its file, which is not fetched.',
      'Embed the pictures where the drawing was made (Inkscape: Extensions, Images, Embed), or save it as PNG.',
    )
  }
}

/** Fonts, cursors and the like from outside are left out; the drawing's own gradients and clips stay. */
function safeCss(text: string): string {
  return text.includes('url(') || text.includes('@') || /url\s*\(/i.test(text)
    ? text.replace(/@import[^;]*;?/gi, '').replace(OUTSIDE_URL, 'none')
    : text
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
