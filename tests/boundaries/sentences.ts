import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseSync } from 'vite'
import { ROOT } from './imports.ts'

/** Sentences as the source makes them, each with its holes: for tests of what they are said in another language. */

export interface SourceSentence {
  readonly file: string
  /** What stands in a hole is a mark of its own, `⟦1⟧`, so that nothing of it is lost or swapped unseen. */
  readonly text: string
}

type Node = { readonly type: string; readonly [name: string]: unknown }

/** Fields that hold sentences for a person. */
const SPEAKING = ['message', 'hint', 'words', 'because', 'reason', 'reasons', 'why']

/** Every sentence for a person that these files hold: a choice between two literals makes two of them. */
export function sentencesIn(patterns: readonly string[]): SourceSentence[] {
  const files = globSync([...patterns], { cwd: ROOT }).filter((file) => !/\.test\.tsx?$/.test(file))
  return files.toSorted().flatMap((file) => {
    const { program } = parseSync(file, readFileSync(resolve(ROOT, file), 'utf8'))
    const root = program as unknown as Node
    const constants = constantsOf(root)
    const found = new Set<string>()
    visit(root, '', (node, key) => {
      for (const text of textsOf(node, constants))
        if (isSentence(text, key)) found.add(text.replace(/⟦⟧/g, hole()))
    })
    return [...found].map((text) => ({ file, text }))
  })
}

/** A function that numbers the holes of one text. */
function hole(): () => string {
  let count = 0
  return () => {
    count += 1
    return `⟦${count}⟧`
  }
}

function isSentence(text: string, key: string): boolean {
  const isWhole = /^[A-Z“⟦]/.test(text) && /[.?!]$/.test(text)
  return / /.test(text) && /[a-z]{2}/.test(text) && isWhole && (SPEAKING.includes(key) || text.length > 15)
}

function constantsOf({ body }: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  for (const statement of body as readonly Node[]) {
    if (statement.type !== 'VariableDeclaration') continue
    for (const { id, init } of statement['declarations'] as { id: Node; init: Node | null }[])
      if (init && id.type === 'Identifier') found.set(String(id['name']), init)
  }
  return found
}

/** All texts that an expression may be, as far as it is made of literals; what else stands in it is a hole. */
function textsOf(node: Node, constants: ReadonlyMap<string, Node>): readonly string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : []
    case 'TemplateLiteral': {
      const quasis = node['quasis'] as { value: { cooked: string } }[]
      const expressions = node['expressions'] as Node[]
      return quasis.reduce<readonly string[]>(
        (texts, { value }, at) => {
          const before = expressions[at - 1]
          const holes = before ? partsOf(before, constants) : ['']
          return texts.flatMap((text) => holes.map((part) => `${text}${part}${value.cooked}`))
        },
        [''],
      )
    }
    default:
      return []
  }
}

function partsOf(node: Node, constants: ReadonlyMap<string, Node>): readonly string[] {
  if (node.type === 'ConditionalExpression') {
    const [one, other] = [node['consequent'], node['alternate']] as [Node, Node]
    return [...partsOf(one, constants), ...partsOf(other, constants)]
  }
  const named = node.type === 'Identifier' ? constants.get(String(node['name'])) : undefined
  const texts = textsOf(named ?? node, constants)
  return texts.length > 0 ? texts : ['⟦⟧']
}

function visit(node: unknown, key: string, see: (node: Node, key: string) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, key, see)
    return
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  const here = node as Node
  if (here.type === 'ImportDeclaration' || isType(here)) return
  see(here, key)
  // Defects of ours speak to nobody but us.
  if (here.type === 'ThrowStatement' && isPlainError(here)) return
  const inner = here.type === 'Property' ? String((here['key'] as Node)['name'] ?? '') : key
  for (const [name, each] of Object.entries(here))
    if (name !== 'key' && typeof each === 'object') visit(each, inner, see)
}

/** `as` and `satisfies` hold values. */
function isType({ type }: Node): boolean {
  return type.startsWith('TS') && type !== 'TSAsExpression' && type !== 'TSSatisfiesExpression'
}

function isPlainError({ argument }: Node): boolean {
  const made = argument as Node
  const callee = made?.type === 'NewExpression' ? (made['callee'] as Node) : undefined
  return callee?.['name'] === 'Error'
}
