import { type Aliases, nameFields } from '../../core/draft-fields.ts'
import { sentenceCase, textsOf } from '../../core/draft-values.ts'
import { sentences } from '../../core/text.ts'

/** Age, work and needs out of the few lines that a page says about somebody. */

export interface Facts {
  readonly fields: { readonly age?: number; readonly occupation?: string; readonly [name: string]: unknown }
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly prose?: string | undefined
}

/** Lines such as `Age: 34`. */
const LABELS: Aliases = {
  age: [],
  occupation: ['job', 'job title', 'role', 'profession', 'work'],
  needs: ['need'],
  goals: ['goal', 'wants'],
  frustrations: ['frustration', 'pain', 'pain point', 'pain points', 'challenge'],
  channels: ['channel', 'devices', 'technology'],
  access: ['access needs', 'accessibility', 'disability', 'assistive technology'],
}

const LABELLED = /^([\p{L} /-]{2,30}):\s+(\S.*)$/u
const AGED = /^(?:is\s+)?(?:a\s+)?(\d{1,3})[- ]?(?:years?|yrs?)[- ]?(?:old)?\b[,;]?\s*(.*)$/i
const ABOUT_ACCESS =
  /\b(blind|sight|vision|visual|deaf|hear(ing)?|sign language|screen ?reader|magnif\w+|braille|captions?|keyboard|mouse|voice control|switch|dyslex\w*|dyscalc\w*|autis\w*|adhd|asperger\w*|anxiety|arthritis|cataracts?|wheelchair|walker|rollator|stairs|mobility|dementia|parkinson\w*|disab\w*|impair\w*|assistive|accessib\w*|conditions?|read(s|ing)? out|highlights? text|contrast|colou?rs?|distractions?)\b/i

function isAccessNeed(text: string): boolean {
  return ABOUT_ACCESS.test(text)
}

interface Taking {
  readonly fields: Record<string, unknown>
  readonly lists: Record<string, string[]>
}

/** `items` are the list items of what the page says about her, `paragraphs` its prose: only a list tells needs line by line. */
export function factsOf(items: readonly string[], paragraphs: readonly string[]): Facts {
  const taking: Taking = { fields: {}, lists: {} }
  for (const item of items) {
    if (takeLabel(taking, item) || takeAge(taking, item)) continue
    const list = isAccessNeed(item) ? 'access' : 'needs'
    taking.lists[list] = [...(taking.lists[list] ?? []), sentenceCase(item)]
  }
  const prose = paragraphs.filter((text) => !takeLabel(taking, text) && !takeAge(taking, text))
  return { ...taking, prose: sentences(prose[0] ?? '')[0] }
}

function takeLabel({ fields, lists }: Taking, line: string): boolean {
  const labelled = LABELLED.exec(line)
  const [label] = Object.entries(nameFields({ [labelled?.[1] ?? '']: labelled?.[2] }, LABELS).values)
  if (!label) return false
  const [name, text] = [label[0], String(label[1])]
  if (name === 'age') fields['age'] ??= Number.parseInt(text, 10) || undefined
  else if (name === 'occupation') fields['occupation'] ??= text
  else lists[name] = [...(lists[name] ?? []), ...textsOf(text)]
  return true
}

function takeAge({ fields }: Taking, line: string): boolean {
  const aged = AGED.exec(line)
  if (!aged || fields['age'] !== undefined) return false
  fields['age'] = Number(aged[1])
  const work = sentences(aged[2] ?? '')[0]?.replace(/\.$/, '')
  if (work) fields['occupation'] ??= sentenceCase(work)
  return true
}
