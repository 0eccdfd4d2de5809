import { useMemo } from 'react'
import { useLanguage } from '../shell/use-preferences.ts'
import { spoken as de } from './de/spoken.ts'
import type { Language } from './languages.ts'
import { type Speak, type Spoken, speaker } from './spoken.ts'
import { useFormats } from './use-words.ts'

/** Of English nothing has to be said otherwise. */
const SPOKEN: Readonly<Record<Language, Spoken>> = {
  en: {},
  de,
}

/** Says what the host said in the language in force. */
export function useSpoken(): Speak {
  const language = useLanguage()
  const { local } = useFormats()
  return useMemo(
    () => (language === 'en' ? (english) => english : speaker(SPOKEN[language], local)),
    [language, local],
  )
}
