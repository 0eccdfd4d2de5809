import { z } from 'zod'

/**
 * A map parsed field by field, where each value that was seen before is looked up: the rows of a table share most of
 * what is said of them, their consent above all, and checking it anew for each is what reading a table would mostly be.
 */

type Parsed = Readonly<Record<string, unknown>>

/** What one field adds to the whole; undefined where it is wrong. */
interface FieldParser {
  readonly name: string
  /** What it adds where nothing is written. */
  readonly missing: Parsed | undefined
  parse(value: unknown): Parsed | undefined
}

/** The parsed fields; undefined where the whole has to be asked: one of them is wrong, or they depend on each other. */
export function parseEach<Output>(schema: z.ZodType<Output>, fields: Parsed): Output | undefined {
  const parsers = parsersOf(schema)
  if (parsers === undefined) return undefined
  const made: Record<string, unknown> = {}
  for (const parser of parsers) {
    const { name } = parser
    const part = name in fields ? parser.parse(fields[name]) : parser.missing
    if (part === undefined) return undefined
    if (name in part) made[name] = part[name]
  }
  // What its fields make together is what the schema makes: it has no rule of its own over them.
  return made as Output
}

const known = new WeakMap<z.ZodType, readonly FieldParser[] | null>()

function parsersOf(schema: z.ZodType): readonly FieldParser[] | undefined {
  const before = known.get(schema)
  if (before !== undefined) return before ?? undefined
  const made = isPlainObject(schema)
    ? Object.keys(schema.shape).map((name) => fieldParser(schema, name))
    : null
  known.set(schema, made)
  return made ?? undefined
}

/** Fields alone: neither a rule over several of them, nor one for names that it does not know. */
function isPlainObject(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined && !schema.def.checks?.length
}

/** Values longer than this come once. */
const MOST_LETTERS = 40
const MOST_REMEMBERED = 1_000

/** What was made of a value, as long as values come again: of a column that has another one in each row nothing is kept. */
class Memory<Made> {
  static readonly all: Memory<unknown>[] = []
  readonly #made = new Map<unknown, Made>()
  #hits = 0
  #isUseless = false

  constructor() {
    Memory.all.push(this)
  }

  forget(): number {
    const count = this.#made.size
    this.#made.clear()
    this.#hits = 0
    this.#isUseless = false
    return count
  }

  once(value: unknown, make: () => Made): Made {
    if (this.#isUseless) return make()
    if (this.#made.has(value)) {
      this.#hits += 1
      return this.#made.get(value) as Made
    }
    if (this.#made.size >= MOST_REMEMBERED) this.#beginAnew()
    const made = make()
    this.#made.set(value, made)
    return made
  }

  #beginAnew(): void {
    const isUseless = this.#hits < MOST_REMEMBERED
    this.forget()
    this.#isUseless = isUseless
  }
}

/** What is erased must not live on in what was remembered of it. Returns how many values that were. */
export function forgetValues(): number {
  return Memory.all.reduce((count, memory) => count + memory.forget(), 0)
}

function fieldParser(schema: z.ZodObject, name: string): FieldParser {
  const alone = z.object({ [name]: schema.shape[name] ?? z.never() })
  const parse = (fields: Parsed): Parsed | undefined => {
    const parsed = alone.safeParse(fields)
    return parsed.success ? parsed.data : undefined
  }
  const short = new Memory<Parsed | undefined>()
  const objects = new WeakMap<object, { readonly made: Parsed | undefined }>()
  const objectOnce = (value: object): Parsed | undefined => {
    const known = objects.get(value) ?? { made: parse({ [name]: value }) }
    objects.set(value, known)
    return known.made
  }
  return {
    name,
    missing: parse({}),
    parse: (value) => {
      if (typeof value === 'object' && value !== null) return objectOnce(value)
      return typeof value === 'string' && value.length > MOST_LETTERS
        ? parse({ [name]: value })
        : short.once(value, () => parse({ [name]: value }))
    },
  }
}
