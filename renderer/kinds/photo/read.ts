import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  isTableRow,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import { extensionOf, isMap, pathBeside, textOf } from '../../core/draft-values.ts'
import type { BlurBox, Box } from '../../core/item.ts'
import type { MediaRequest, Reading } from '../../core/kind.ts'
import { PICTURE_FILES } from '../../core/media-files.ts'
import { readPeople } from '../../core/people.ts'
import { redactText } from '../../core/redaction.ts'
import { type FocalPoint, readBoxes, readCrop, readFocal } from './places.ts'

export const PHOTO_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  captured: ['date', 'taken', 'taken on', 'date taken', 'captured on', 'recorded', 'when'],
  alt: ['alt text', 'alternative text', 'image alt', 'what is seen', 'image description'],
  credit: ['credits', 'photo credit', 'photographer', 'photo by', 'copyright'],
  picture: ['file', 'file name', 'filename', 'image', 'photo', 'photograph', 'path', 'src'],
  caption: ['text', 'statement', 'description', 'sentence', 'label'],
  people: ['who is seen', 'persons', 'identifiable people', 'people shown'],
  place: ['where', 'location', 'taken at'],
  focal: ['focal point', 'focus', 'centre of interest', 'point of interest'],
  blur: ['blur boxes', 'blurred', 'pixelate', 'redact'],
  crop: ['cropped', 'crop to', 'cut to', 'section'],
}

/** A photograph out of the text beside it, or out of a row that names its file. */
export function readPhoto(draft: Draft): Reading {
  const named = nameFields(draft.fields, PHOTO_ALIASES)
  const people = readPeople(draft, named)
  const places = readPlaces(draft, named, people.people)
  const picture = readPicture(draft, named)
  const alt = named.values['alt'] === undefined ? picture.alt : undefined
  return {
    fields: {
      ...(isTableRow(draft) ? {} : named.rest),
      ...envelopeFields(named),
      ...present({
        alt,
        title: textOf(named.values['title']) ?? headingOf(draft),
        caption: textOf(named.values['caption']) ?? captionOf(draft),
        place: textOf(named.values['place']),
        people: people.people,
        consent: people.consent,
        focal: places.focal,
        blur: places.blur,
        crop: places.crop,
        doubts: [...people.doubts, ...places.doubts],
      }),
    },
    media: picture.path === undefined ? {} : { picture: request(picture.path, places) },
    notes: [...consentNotes(draft, named), ...people.notes, ...picture.notes, ...places.notes],
    ...(isTableRow(draft) && isEmptyRow(named) ? { blank: true } : {}),
  }
}

function request(path: string, { blur, crop }: Places): MediaRequest {
  return { as: 'picture', path, ...(blur.length > 0 ? { blur } : {}), ...(crop ? { crop } : {}) }
}

/** A row without a picture and without a word about one. */
function isEmptyRow({ values }: NamedFields): boolean {
  return values['picture'] === undefined && values['caption'] === undefined
}

interface Places {
  readonly focal?: FocalPoint | undefined
  readonly crop?: Box | undefined
  readonly blur: readonly BlurBox[]
  readonly doubts: readonly string[]
  readonly notes: readonly Note[]
}

/** A box or a cut that cannot be read is there for somebody's sake, so the photograph waits until it is corrected. */
function readPlaces(draft: Draft, named: NamedFields, people: unknown): Places {
  const writtenFocal = named.values['focal']
  const focal = writtenFocal === undefined ? undefined : readFocal(writtenFocal)
  const notes: Note[] = []
  if (writtenFocal !== undefined && focal === undefined) {
    notes.push({
      ...noteAt(draft, named, 'focal'),
      message: 'This is no place in the picture that we can read, so its middle counts.',
      hint: 'Write how far from the left and from the top it is, such as 50% 60%.',
    })
  }
  if (writtenFocal === undefined && people !== 'none' && !isTableRow(draft)) notes.push(NO_FOCAL)
  const writtenBlur = named.values['blur']
  const boxes = writtenBlur === undefined ? [] : readBoxes(writtenBlur)
  const blur = boxes.filter((box) => box !== undefined)
  const lost = writtenBlur !== undefined && (boxes.length === 0 || blur.length < boxes.length)
  if (lost) {
    notes.push({
      ...noteAt(draft, named, 'blur'),
      message: 'What is to be blurred cannot be read.',
      hint: 'Write left, top, width and height of each box, such as 40% 10% 12% 18% or 480px 90px 140px 160px, measured in the upright picture.',
    })
  }
  const doubts = lost ? ['What is to be blurred cannot be read.'] : []
  const written = named.values['crop']
  const crop = written === undefined ? undefined : readCrop(written)
  if (written !== undefined && crop === undefined) {
    doubts.push('What is to be cut away cannot be read.')
    notes.push({
      ...noteAt(draft, named, 'crop'),
      message: 'What is to be cut away cannot be read.',
      hint: 'Write left, top, width and height of the part that stays, such as 10% 0% 80% 90%, measured in the upright picture.',
    })
  }
  return { focal: crop && focal ? within(focal, crop) : focal, blur, crop, doubts, notes }
}

/** A place of the whole picture as one of the part that is used; the nearest edge where it lies outside. */
function within({ x, y }: FocalPoint, crop: Box): FocalPoint {
  const inside = (at: number, from: number, length: number): number =>
    Math.min(1, Math.max(0, (at - from) / length))
  return { x: inside(x, crop.x, crop.width), y: inside(y, crop.y, crop.height) }
}

const NO_FOCAL: Note = {
  field: 'focal',
  severity: 'note',
  message: 'Nothing says where the face is, so a label or the edge of a wall may cover it.',
  hint: 'Write focal: and how far it is from the left and from the top, such as 50% 40%.',
}

function noteAt(draft: Draft, named: NamedFields, name: string) {
  return {
    ...lineOf(draft, named, name),
    field: named.writtenAs[name] ?? name,
    severity: 'warning',
  } as const
}

interface Picture {
  readonly path?: string | undefined
  /** The text's own words for the picture that it shows. */
  readonly alt?: string | undefined
  readonly notes: readonly Note[]
}

/** The file that is named, else the one beside the text, else the first one that the text shows. */
function readPicture(draft: Draft, named: NamedFields): Picture {
  const written = named.values['picture']
  const name = textOf(isMap(written) ? undefined : written)
  if (name !== undefined) {
    const path = pathBeside(draft.path, name)
    return path === undefined ? { notes: [outside(draft, named)] } : { path, notes: [] }
  }
  const beside = draft.siblings.find((path) => PICTURE_FILES.includes(extensionOf(path)))
  const shown = draft.pictures.find(({ path }) => beside === undefined || path === beside)
  return { path: beside ?? shown?.path, alt: redacted(shown?.alt), notes: [] }
}

function outside(draft: Draft, named: NamedFields): Note {
  return {
    ...noteAt(draft, named, 'picture'),
    message: 'This picture lies outside the content folder and is not used.',
    hint: 'Copy the picture into the folder, beside this file, and write its name here.',
  }
}

function headingOf({ sections }: Draft): string | undefined {
  return redacted(sections.find(({ heading }) => heading !== '')?.heading)
}

function captionOf({ sections }: Draft): string | undefined {
  return redacted(sections.flatMap(({ paragraphs }) => paragraphs)[0])
}

function redacted(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : redactText(text)
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
