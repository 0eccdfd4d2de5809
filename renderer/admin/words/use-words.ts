import { useAdminView } from '../mirror.ts'
import { useLanguage } from '../shell/use-preferences.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { type Formats, formatsFor } from './formats.ts'
import type { Language } from './languages.ts'

export type { Words } from './en.ts'

const CATALOGUE: Readonly<Record<Language, Words>> = { en, de }

/** The words of the window in the language in force. */
export function useWords(): Words {
  return CATALOGUE[useLanguage()]
}

/** Dates, times and numbers as that language writes them, in the room's own time. */
export function useFormats(): Formats {
  const language = useLanguage()
  const zone = useAdminView()?.timezone
  const key = `${language} ${zone ?? ''}`
  const known = made.get(key) ?? formatsFor(language, zone)
  made.set(key, known)
  return known
}

/** Making them takes a millisecond or two, and every cell of a long list wants them. */
const made = new Map<string, Formats>()
