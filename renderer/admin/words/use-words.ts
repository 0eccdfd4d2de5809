import { useMemo } from 'react'
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
  return useMemo(() => formatsFor(language, zone), [language, zone])
}
