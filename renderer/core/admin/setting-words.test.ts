import { describe, expect, it } from 'vitest'
import { changeWords, deChangeWords, enChangeWords } from './change-words.ts'

/** A change of a setting reads as a sentence, not as a path. */

const when = { local: (minute: string) => minute, instant: (at: number) => `${at}` }

describe('a setting that was changed', () => {
  it.each([
    ['rotation.order', 'story', 'Set the order to “Story”', 'Reihenfolge auf „Geschichten“ gesetzt'],
    [
      'rotation.seconds_min',
      45,
      'Set the shortest time of a slide to 45 seconds',
      'Kürzeste Zeit eines Bildes auf 45 Sekunden gesetzt',
    ],
    [
      'rotation.kinds.quote.seconds_max',
      1,
      'Set the longest time of a slide of “quote” to 1 second',
      'Längste Zeit eines Bildes von „quote“ auf 1 Sekunde gesetzt',
    ],
    ['rotation.promises.1', null, 'Changed what is promised', 'Zusagen geändert'],
    [
      'schedule.dayparts.early.late',
      'mon 09:00-12:00',
      'Set the daypart “early.late” to mon 09:00-12:00',
      'Tagesabschnitt „early.late“ auf mon 09:00-12:00 gesetzt',
    ],
    [
      'screens.lobby.schedule.hours',
      null,
      'Changed the hours of the screen (lobby)',
      'Zeiten des Bildschirms (lobby) geändert',
    ],
    ['name', 'order', 'Set the name of the room to order', 'Name des Raums auf order gesetzt'],
    ['somebody.else', true, 'Set somebody.else to true', 'somebody.else auf true gesetzt'],
  ])('%s', (setting, value, en, de) => {
    const sentence = { key: 'set', setting, value, count: 1 } as const
    expect(changeWords(sentence, enChangeWords, when)).toBe(en)
    expect(changeWords(sentence, deChangeWords, when)).toBe(de)
  })
})
