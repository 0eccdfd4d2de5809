import type { Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Section } from '../../../renderer/core/draft.ts'
import { error } from '../problems.ts'
import { type Read, readable, unreadable } from './reading.ts'
import { asFields, readYaml } from './yaml.ts'

/** A Markdown file as it stands: front matter, prose by sections, pictures as written. */
export interface MarkdownFile {
  readonly fields: Readonly<Record<string, unknown>>
  readonly lines: Readonly<Record<string, number>>
  readonly sections: readonly Section[]
  readonly pictures: readonly { readonly src: string; readonly alt: string }[]
}

interface FrontMatter {
  readonly yaml: string
  readonly body: string
  /** Lines of the file before the body. */
  readonly bodyOffset: number
}

const ONLY_YAML = 'Write it as YAML between two lines of ---: nothing in the folder is ever run.'

/** Front matter is YAML between `---` lines and data only: `---js` and its like never run, they are a problem. */
export function readMarkdown(path: string, text: string): Read<MarkdownFile> {
  const parted = partFrontMatter(path, text)
  if (!parted.ok) return parted
  const data = readYaml(path, parted.value.yaml, 1)
  if (!data.ok) return data
  const fields = data.value.value === null ? {} : asFields(data.value.value)
  if (!fields) {
    return unreadable(
      error(
        { path, line: 2 },
        'The front matter holds no fields.',
        'Write one field a line: `title: Late again`.',
      ),
    )
  }
  const prose = readProse(parted.value.body, parted.value.bodyOffset)
  return readable({ fields, lines: data.value.lines, ...prose }, data.problems)
}

function partFrontMatter(path: string, text: string): Read<FrontMatter> {
  const opening = /^(---|\+\+\+|;;;)[ \t]*([^\s-][^\n]*?)?[ \t]*(?:\n|$)/.exec(text)
  const [fence = '', language = ''] = opening ? [opening[1], opening[2]] : []
  if (!opening || (fence !== '---' && !text.includes(`\n${fence}`)))
    return readable({ yaml: '', body: text, bodyOffset: 0 })
  if (fence !== '---' || !/^(ya?ml)?$/i.test(language)) {
    const name = language === '' ? fence : language
    return unreadable(
      error(
        { path, line: 1 },
        `The front matter is written in “${name.slice(0, 20)}”; only YAML is read.`,
        ONLY_YAML,
      ),
    )
  }
  const start = opening[0].length
  const closing = /^(---|\.\.\.)[ \t]*$/m.exec(text.slice(start))
  if (!closing) {
    return unreadable(
      error({ path, line: 1 }, 'The front matter is not closed.', 'End it with a line that holds just ---.'),
    )
  }
  const end = start + closing.index
  const yaml = text.slice(start, end)
  const bodyStart = end + closing[0].length
  return readable({ yaml, body: text.slice(bodyStart), bodyOffset: countLines(text.slice(0, bodyStart)) })
}

function countLines(text: string): number {
  return text.split('\n').length - 1
}

interface Prose {
  readonly sections: readonly Section[]
  readonly pictures: readonly { readonly src: string; readonly alt: string }[]
}

function readProse(body: string, offset: number): Prose {
  const tree = fromMarkdown(body)
  const sections: Section[] = []
  let open = emptySection(offset + 1)
  for (const node of tree.children) {
    const line = (node.position?.start.line ?? 1) + offset
    if (node.type === 'heading') {
      if (hasContent(open)) sections.push(open)
      open = { ...emptySection(line), heading: textOf(node), depth: node.depth, line }
    } else {
      open = addTo(hasContent(open) ? open : { ...open, line }, node)
    }
  }
  if (hasContent(open)) sections.push(open)
  return { sections, pictures: picturesOf(tree) }
}

function emptySection(line: number): Section {
  return { heading: '', depth: 0, line, paragraphs: [], lists: [], quotes: [], strong: [] }
}

function hasContent({ heading, paragraphs, lists, quotes }: Section): boolean {
  return heading !== '' || paragraphs.length > 0 || lists.length > 0 || quotes.length > 0
}

function addTo(section: Section, node: RootContent): Section {
  const strong = [...section.strong, ...strongIn(node)]
  if (node.type === 'blockquote') {
    const text = node.children
      .map(textOf)
      .filter((part) => part !== '')
      .join('\n\n')
    return text === '' ? section : { ...section, quotes: [...section.quotes, text], strong }
  }
  if (node.type === 'list') {
    const items = node.children.map(textOf).filter((part) => part !== '')
    return items.length === 0 ? section : { ...section, lists: [...section.lists, items], strong }
  }
  const text = textOf(node)
  return text === '' ? section : { ...section, paragraphs: [...section.paragraphs, text], strong }
}

/** What a reader sees: links as their words, pictures and raw HTML as nothing, line breaks as spaces. */
function textOf(node: Nodes): string {
  return words(node)
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function words(node: Nodes): string {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'definition') return ''
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : stripTags(node.value)
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const blocks = node.type === 'listItem' || node.type === 'list' || node.type === 'blockquote'
  return node.children.map(words).join(blocks ? '\n' : '')
}

/** A block of HTML keeps its words; scripts, styles and comments have none. */
function stripTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<[^>]*>/g, '')
}

function strongIn(node: Nodes): string[] {
  if (node.type === 'strong') return [textOf(node)].filter((text) => text !== '')
  return 'children' in node ? node.children.flatMap(strongIn) : []
}

function picturesOf(tree: Root): { src: string; alt: string }[] {
  const found: { src: string; alt: string }[] = []
  const targets = new Map<string, string>()
  each(tree, (node) => {
    if (node.type === 'definition') targets.set(node.identifier, node.url)
  })
  each(tree, (node) => {
    if (node.type === 'image') found.push({ src: node.url, alt: node.alt ?? '' })
    if (node.type === 'imageReference')
      found.push({ src: targets.get(node.identifier) ?? '', alt: node.alt ?? '' })
    if (node.type === 'html') found.push(...htmlPictures(node.value))
  })
  return found.filter((picture) => picture.src !== '')
}

function each(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) each(child, visit)
}

function htmlPictures(html: string): { src: string; alt: string }[] {
  return [...html.matchAll(/<img\b[^>]*>/gi)].map(([tag]) => ({
    src: attribute(tag, 'src'),
    alt: attribute(tag, 'alt'),
  }))
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}
