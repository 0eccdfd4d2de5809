import iconv from 'iconv-lite'
import sax from 'sax'
import { error, reasonOf } from '../problems.ts'
import { decodeText, encodingOf } from '../text.ts'
import { type Read, readable, unreadable } from './reading.ts'
import { damagedText } from './text-file.ts'

/** One element of a document, without its prefix; comments and instructions are left out. */
export interface Element {
  readonly name: string
  /** By name, without prefixes. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** What stands directly in it, trimmed. */
  readonly text: string
  /** 1-based line on which its tag ends. */
  readonly line: number
}

const MAX_BYTES = 20_000_000
const MAX_ELEMENTS = 200_000
const MAX_DEPTH = 64

/** What can be a trap rather than a slip; the document is left alone. */
class Refusal extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/**
 * Reads XML as a tree. Nothing is fetched and nothing unfolds: a document that defines entities is refused, and only
 * single characters (&amp;, &nbsp;, &#228;) are read. Sizes and depth are limited.
 */
export function readXml(path: string, bytes: Uint8Array): Read<Element> {
  if (bytes.length > MAX_BYTES) {
    const message = `This file is larger than ${MAX_BYTES / 1_000_000} MB and was not read.`
    return unreadable(error({ path }, message, 'Export less at once.'))
  }
  const encoding = encodingOf(bytes)
  if ('damaged' in encoding) return unreadable(damagedText(path, encoding.damaged))
  const text = decodeText(bytes, declaredEncoding(bytes, encoding.name))
  if (text.trim() === '')
    return unreadable(error({ path }, 'This file is empty.', 'Save it again, or delete it.'))
  const tree = new TreeBuilder()
  try {
    return readable(tree.build(text))
  } catch (thrown) {
    const hint =
      thrown instanceof Refusal
        ? thrown.hint
        : 'Copy it here again, or export it again where it was made; & and < in a text are written &amp; and &lt;.'
    return unreadable(error({ path, line: tree.line }, sentenceOf(thrown), hint))
  }
}

/** A document in an old encoding says so in its first line; its bytes alone could be several. */
function declaredEncoding(bytes: Uint8Array, found: string): string {
  if (found.startsWith('utf-')) return found
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]
  return declared !== undefined && !/^utf/i.test(declared) && iconv.encodingExists(declared)
    ? declared
    : found
}

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Refusal) return thrown.message
  const reason = reasonOf(thrown).split('\n', 1)[0] ?? ''
  if (/^Unclosed root tag/i.test(reason))
    return 'This file is not complete yet, or it is damaged: its end is missing.'
  return `This cannot be read as XML: ${reason.replace(/\.$/, '')}.`
}

interface Growing {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  readonly line: number
  text: string
}

class TreeBuilder {
  /** Where the parser is, 1-based. */
  line = 1
  #elements = 0
  readonly #open: Growing[] = []
  #root: Element | undefined

  build(text: string): Element {
    const parser = sax.parser(true, { position: true })
    parser.onerror = (fault) => {
      this.line = parser.line + 1
      throw fault
    }
    parser.ondoctype = (doctype) => {
      this.line = parser.line + 1
      if (/<!\s*(?:ENTITY|ATTLIST)/i.test(doctype))
        throw new Refusal(
          'This file defines its own entities, which can be a trap, so it is not read.',
          'Export it without a DOCTYPE, or take those lines out.',
        )
    }
    parser.onopentag = ({ name, attributes }) =>
      this.#begin(name, attributes as Record<string, string>, parser.line + 1)
    parser.onclosetag = () => this.#end()
    parser.ontext = (said) => this.#say(said)
    parser.oncdata = (said) => this.#say(said)
    parser.write(text).close()
    this.line = 1
    if (this.#root === undefined) throw new Error('There is no element in it')
    return this.#root
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.line = line
    this.#elements += 1
    if (this.#open.length >= MAX_DEPTH)
      throw new Refusal(
        `This file is nested more than ${MAX_DEPTH} levels deep.`,
        'Export it again, more simply.',
      )
    if (this.#elements > MAX_ELEMENTS)
      throw new Refusal('This file has more than 200,000 elements.', 'Export less at once.')
    const named = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const)
    this.#open.push({
      name: localName(name),
      attributes: Object.fromEntries(named),
      children: [],
      line,
      text: '',
    })
  }

  #say(said: string): void {
    const inner = this.#open.at(-1)
    if (inner) inner.text += said
  }

  #end(): void {
    const done = this.#open.pop()
    if (done === undefined) return
    const element = { ...done, text: done.text.replace(/\s+/g, ' ').trim() }
    const above = this.#open.at(-1)
    if (above) above.children.push(element)
    else this.#root ??= element
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The first child of that name, whatever its capitals. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name.toLowerCase() === name.toLowerCase())
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name.toLowerCase() === name.toLowerCase()) ?? []
}

/** The text of the first child of that name that has any. */
export function textAt(element: Element | undefined, name: string): string | undefined {
  return childrenOf(element, name).find(({ text }) => text !== '')?.text
}

/** An attribute whatever its capitals, trimmed; undefined where it says nothing. */
export function attribute(element: Element | undefined, ...names: readonly string[]): string | undefined {
  const wanted = names.map((name) => name.toLowerCase())
  const found = Object.entries(element?.attributes ?? {}).find(([name]) =>
    wanted.includes(name.toLowerCase()),
  )
  const text = found?.[1].trim() ?? ''
  return text === '' ? undefined : text
}
