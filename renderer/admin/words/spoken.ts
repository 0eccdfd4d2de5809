/**
 * Sentences that the host speaks - reasons, problems, refusals, hints - in the language of the window. Host and records
 * speak English, so that the audit, the terminal and a file for support say the same on every machine; the window knows
 * each sentence again by what of it does not change, and says it in its own words.
 */

/** English sentences by what they say in another language. `{name}` is a hole; what fills it is said in turn, `{as_1}` as it came. */
export type Spoken = Readonly<Record<string, string>>

export type Speak = (english: string) => string

interface Template {
  readonly known: RegExp
  readonly holes: readonly string[]
  readonly said: string
  /** Those that are always the same. */
  readonly letters: number
}

const HOLE = /\{(\w+)\}/g
const MOST_REMEMBERED = 5_000

/** What no template knows is said as it came. `dates`: how this language writes a date, such as `2026-03-04`. */
export function speaker(spoken: Spoken, date: (written: string) => string): Speak {
  const templates = templatesOf(spoken)
  const remembered = new Map<string, string>()

  /** One sentence, or one part of one; undefined where nobody knows it. */
  function known(text: string): string | undefined {
    if (Object.hasOwn(spoken, text)) return spoken[text]
    if (/^\d{4}-\d\d(?:-\d\d)?(?:T\d\d:\d\d)?$/.test(text)) return date(text)
    for (const template of templates) {
      const found = template.known.exec(text)
      if (found) return filled(template, found.slice(1))
    }
    return undefined
  }

  function filled({ said, holes }: Template, parts: readonly string[]): string {
    return said.replace(HOLE, (_, name: string) => {
      const part = parts[holes.indexOf(name)] ?? ''
      return name.startsWith('as_') ? part : (known(part) ?? listed(part) ?? part)
    })
  }

  /** `staff and guests`, `phone number, e-mail address`: each by itself, where each is known. */
  function listed(text: string): string | undefined {
    const parts = text.split(/(, | and |; )/)
    if (parts.length < 3) return undefined
    const said = parts.map((part, at) => (at % 2 === 0 ? known(part) : (spoken[part] ?? part)))
    return said.every((each) => each !== undefined) ? said.join('') : undefined
  }

  /** Several sentences after one another: the longest beginning that is known, then the rest. */
  function sentences(text: string): string {
    const whole = known(text)
    if (whole !== undefined) return whole
    const ends = [...text.matchAll(/[.?!:](?= )/g)].map(({ index }) => index + 1).toReversed()
    for (const end of ends) {
      const first = known(text.slice(0, end))
      if (first !== undefined) return `${first} ${sentences(text.slice(end + 1))}`
    }
    const [end] = ends.toReversed()
    return end === undefined ? text : `${text.slice(0, end)} ${sentences(text.slice(end + 1))}`
  }

  return (english) => {
    const before = remembered.get(english)
    if (before !== undefined) return before
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const said = sentences(english)
    remembered.set(english, said)
    return said
  }
}

/** Made once for each language: every card of a long list speaks. */
const made = new WeakMap<Spoken, readonly Template[]>()

/** What says more of itself comes first: a hole would take the rest of a longer sentence. */
function templatesOf(spoken: Spoken): readonly Template[] {
  const before = made.get(spoken)
  if (before) return before
  const templates = Object.entries(spoken)
    .map(templateOf)
    .filter(({ holes }) => holes.length > 0)
    .sort((a, b) => b.letters - a.letters)
  made.set(spoken, templates)
  return templates
}

function templateOf([english, said]: readonly [string, string]): Template {
  const holes: string[] = []
  const pattern = english
    .split(HOLE)
    .map((part, at) => {
      if (at % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      holes.push(part)
      return '([\\s\\S]+?)'
    })
    .join('')
  return { known: new RegExp(`^${pattern}$`), holes, said, letters: english.replace(HOLE, '').length }
}
