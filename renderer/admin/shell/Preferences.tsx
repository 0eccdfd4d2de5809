import { Choice } from '../kit/Choice.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../words/languages.ts'
import { useWords } from '../words/use-words.ts'
import { LOOKS, prefer, usePreferences } from './use-preferences.ts'

/** Language and look of this window; both change at once. */
export function Preferences() {
  const { shell } = useWords()
  const { language, look } = usePreferences()
  return (
    <>
      <Choice
        label={shell.language}
        value={language}
        options={[
          { value: 'system', label: shell.asSystem },
          ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
        ]}
        onChange={(chosen) => prefer({ language: chosen })}
      />
      <Choice
        label={shell.look}
        value={look}
        options={LOOKS.map((value) => ({ value, label: shell.looks[value] }))}
        onChange={(chosen) => prefer({ look: chosen })}
      />
    </>
  )
}
