import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import { LANGUAGES, type Language } from '../words/languages.ts'

/** How somebody likes this window on this machine: no matter of the room, so it is not in the folder. */

export const LOOKS = ['system', 'light', 'dark'] as const
export type Look = (typeof LOOKS)[number]

interface Preferences {
  readonly look: Look
  readonly language: Language | 'system'
}

const KEY = 'preferences'

export const usePreferences = create<Preferences>()(() => load())

export function prefer(chosen: Partial<Preferences>): void {
  usePreferences.setState(chosen)
  localStorage.setItem(KEY, JSON.stringify(usePreferences.getState()))
}

function load(): Preferences {
  const kept = parsed(localStorage.getItem(KEY))
  return {
    look: LOOKS.find((look) => look === kept['look']) ?? 'system',
    language: LANGUAGES.find((language) => language === kept['language']) ?? 'system',
  }
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The language in force: the chosen one, else the first of the system's that there is a catalogue for. */
export function useLanguage(): Language {
  const chosen = usePreferences((preferences) => preferences.language)
  return chosen === 'system' ? systemLanguage() : chosen
}

/** Asked for by every cell of a list; it changes with a new start of the app. */
let ofSystem: Language | undefined

function systemLanguage(): Language {
  if (ofSystem) return ofSystem
  const bases = navigator.languages.map((tag) => tag.split('-')[0])
  ofSystem = bases.flatMap((base) => LANGUAGES.find((language) => language === base) ?? [])[0] ?? 'en'
  return ofSystem
}

const DARK = matchMedia('(prefers-color-scheme: dark)')

export function useIsDark(): boolean {
  const look = usePreferences((preferences) => preferences.look)
  const system = useSyncExternalStore(subscribeDark, () => DARK.matches)
  return look === 'system' ? system : look === 'dark'
}

function subscribeDark(listener: () => void): () => void {
  DARK.addEventListener('change', listener)
  return () => DARK.removeEventListener('change', listener)
}
