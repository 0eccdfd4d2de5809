import { z } from 'zod'
import { PERSONAL_DATA, type PersonalData } from './pii.ts'
import { ambiguousDate, isCalendarDate, readDate } from './written-date.ts'

export const EVIDENCE = ['assumption', 'partial', 'research'] as const
export const AUDIENCES = ['staff', 'guests', 'public'] as const

export type Evidence = (typeof EVIDENCE)[number]
export type Audience = (typeof AUDIENCES)[number]

const LOCAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?)?$/

/**
 * A day or a minute: `2026`, `2026-03`, `2026-03-04` or `2026-03-04T18:30`, in the room's own time. Other ways of
 * writing one day, such as 4 March 2026, become that; what could be two days is refused.
 */
export const localDate = dateField()

/** The same where a missing date has words of its own. */
export function dateField(missing?: string) {
  return z.preprocess(
    (value) => readDate(value) ?? value,
    z
      .string({ error: (issue) => ((issue.input ?? undefined) === undefined && missing) || dateError(issue) })
      .regex(LOCAL_DATE, { error: dateError })
      .refine(isCalendarDate, { error: 'is a day that the calendar does not have' }),
  )
}

function dateError({ input }: { readonly input?: unknown }): string {
  const days = ambiguousDate(input)
  return days === undefined
    ? 'is not a date that we can read: write it as 2026-03-04'
    : `could be two days: write ${days[0]} or ${days[1]}`
}

/** A single word is a list of one; an empty cell is an empty list. */
const list = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(/[;,\n]/)
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : value,
  z.array(z.string()),
)

const audiences = z.array(
  z.enum(AUDIENCES, { error: `has to be ${AUDIENCES.slice(0, -1).join(', ')} or ${AUDIENCES.at(-1)}` }),
)

/** Consent to display: bound to a purpose, an audience and a time. */
export const consentSchema = z.object({
  /** Pseudonymous reference to the person; never a name. */
  who: z.string().min(1),
  given: localDate,
  collected: z.string().optional(),
  controller: z.string().optional(),
  purposes: list.pipe(z.array(z.string()).min(1)),
  audience: list.pipe(audiences.min(1)),
  /** Last day on which it holds. Absent: 24 months after `given`. */
  expires: localDate.optional(),
  /** When it was taken back, in whatever words: from then on it is no basis for anything. */
  withdrawn: z.preprocess(withdrawal, z.string().optional()),
})

/** Any word but "no" withdraws: a date that nobody can read must not keep somebody on the wall. */
function withdrawal(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false) return undefined
  const text = readDate(value) ?? (typeof value === 'object' ? 'yes' : `${value}`.trim())
  return text === '' || text.toLowerCase() === 'no' || text.toLowerCase() === 'false' ? undefined : text
}

export type Consent = Readonly<z.infer<typeof consentSchema>>

/** A published source is a basis of its own and is named; whoever said it may still ask us not to show it. */
export const publicSourceSchema = z.object({
  public_source: z.string().min(1),
  withdrawn: z.preprocess(withdrawal, z.string().optional()),
})
export type PublicSource = Readonly<z.infer<typeof publicSourceSchema>>

const personalDataWords = z.preprocess(
  (value) => {
    const words = typeof value === 'string' ? value.split(/[;,\n]/) : value
    return Array.isArray(words) ? words.map(personalDataWord) : words
  },
  z
    .array(z.enum(PERSONAL_DATA, { error: `has to be ${PERSONAL_DATA.join(', ')}` }))
    .min(1, { error: 'is empty' }),
)

function personalDataWord(word: unknown): unknown {
  const plain = String(word).trim().toLowerCase()
  return PERSONAL_DATA.find((kind: PersonalData) => kind.toLowerCase() === plain) ?? word
}

/** Somebody has looked at what seems to be personal data and answers for it: which kinds, who, and on which day. */
export const clearanceSchema = z.object(
  { what: personalDataWords, by: z.string().min(1), date: localDate },
  {
    error:
      'needs what was cleared, by whom, and the date: {what: [phone number], by: Research, date: 2026-03-04}',
  },
)
export type Clearance = Readonly<z.infer<typeof clearanceSchema>>

/** One clearance, or several. */
export const clearances = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(clearanceSchema).optional(),
)

/** The fields that every item may carry, whatever its kind (the field names are the author's). */
export const envelopeSchema = z.object({
  title: z.string().optional(),
  source: z.string().optional(),
  captured: localDate.optional(),
  evidence: z.enum(EVIDENCE).optional(),
  /** How many people it stands for. */
  n: z.coerce.number().int().min(1).max(1e9).optional(),
  persona: list.optional(),
  stage: list.optional(),
  segment: list.optional(),
  department: list.optional(),
  theme: list.optional(),
  sentiment: z.coerce.number().min(-2).max(2).optional(),
  lang: z.string().optional(),
  audience: list.pipe(audiences).optional(),
  consent: z
    .union([consentSchema, publicSourceSchema], {
      error:
        'needs who, given, purposes and audience, or else public_source with the place where it was published',
    })
    .optional(),
  /** False finds of personal data, each with who answers for it. */
  cleared: clearances,
  from: localDate.optional(),
  until: localDate.optional(),
  /** Relative screen time, 0 (never) to 100; 1 is usual. */
  weight: z.coerce.number().min(0).max(100).optional(),
  alt: z.string().optional(),
  credit: z.string().optional(),
})
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>
export const ENVELOPE_FIELDS: readonly string[] = [...Object.keys(envelopeSchema.shape), 'id', 'kind']

/** Part of an upright picture, in shares of its width and height, 0..1, from its upper left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A part to be blurred: in shares, or in pixels of the original when it stands upright. */
export interface BlurBox extends Box {
  readonly unit?: 'px' | undefined
}

/** A derived file in the private cache, named by the hash of its bytes. Originals never reach a window. */
export interface Media {
  /** SHA-256 of the derived bytes, lower-case hex. */
  readonly hash: string
  readonly mime: string
  /** Pixels, for pictures and films. */
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** True for a drawing on a transparent ground, which may stand on a persona's paper. */
  readonly cutout?: boolean | undefined
  /** Its main colours as `#rrggbb`, the one that covers most first; at most four. */
  readonly colours?: readonly string[] | undefined
  /** Pages of the document that it shows one of. */
  readonly pages?: number | undefined
  /** Kinds of personal data in what is written on a page or a drawing; the finds themselves are never kept. */
  readonly personalData?: readonly PersonalData[] | undefined
  /** The same picture for lists, at most 320 px: another derived file, served under the same conditions. */
  readonly thumbnail?: { readonly hash: string; readonly width: number; readonly height: number } | undefined
  /** How many boxes were blurred in it. */
  readonly blurred?: number | undefined
  /** True where only a part of the original is in it. */
  readonly cropped?: boolean | undefined
  /** Length of a clip in ms. */
  readonly durationMs?: number | undefined
  /** Where the clip begins inside the derived file, ms: a film is not cut. 0 where absent. */
  readonly fromMs?: number | undefined
  /** Loudness for the waveform, 0..1, one value per `peakMs` of the clip. */
  readonly peaks?: readonly number[] | undefined
  readonly peakMs?: number | undefined
}

/** What reading and watching an item asks of a passer-by. The dwell follows from it. */
export interface Measure {
  /** Words of scripts that spell them. */
  readonly words: number
  /** Characters of Chinese and Japanese. */
  readonly characters: number
  /** Pictures and figures to take in. */
  readonly figures: number
  /** Length of the recording in ms; 0 where there is none. */
  readonly mediaMs: number
}

/** An artefact as the index holds it. `Body` is what its kind's schema says. */
export interface Item<Kind extends string = string, Body = unknown> {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly envelope: Envelope
  readonly body: Body
  readonly media: Readonly<Record<string, Media>>
  /** Where it was read: POSIX path relative to the content folder, 1-based line. */
  readonly path: string
  readonly line: number
}
