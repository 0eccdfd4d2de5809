import type { ChangeSentence } from '../../core/admin/change-sentence.ts'
import { type ChangeWords, changeWords, deChangeWords, enChangeWords } from '../../core/admin/change-words.ts'
import { useLanguage } from '../shell/use-preferences.ts'
import type { Language } from './languages.ts'
import { useFormats } from './use-words.ts'

const SENTENCES: Readonly<Record<Language, ChangeWords>> = { en: enChangeWords, de: deChangeWords }

/** Writes changes as sentences, in the language in force. */
export function useSentence(): (sentence: ChangeSentence) => string {
  const language = useLanguage()
  const formats = useFormats()
  return (sentence) =>
    changeWords(sentence, SENTENCES[language], { local: formats.local, instant: formats.dateTime })
}
