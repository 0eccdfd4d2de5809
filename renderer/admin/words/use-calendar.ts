import { useMemo } from 'react'
import { useLanguage } from '../shell/use-preferences.ts'
import type { Language } from './languages.ts'

/** Days by their number, counted from 1970-01-01, as a language names them. */
export interface CalendarWords {
  /** `Mon 23 Nov` */
  day(number: number): string
  /** `Monday` of a weekday, Sunday 0. */
  weekday(number: number): string
  weekdayShort(number: number): string
}

export const DAY_MS = 86_400_000
/** 1970-01-04 was a Sunday. */
const FIRST_SUNDAY = 3

export function useCalendar(): CalendarWords {
  const language = useLanguage()
  return useMemo(() => calendarWords(language), [language])
}

function calendarWords(language: Language): CalendarWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
    return (number: number): string => made.format(number * DAY_MS)
  }
  const long = format({ weekday: 'long' })
  const short = format({ weekday: 'short' })
  return {
    day: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: (number) => long(FIRST_SUNDAY + number),
    weekdayShort: (number) => short(FIRST_SUNDAY + number),
  }
}
