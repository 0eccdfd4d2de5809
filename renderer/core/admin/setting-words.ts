/** Settings of room.yaml as a curator calls them; the file's own names are for whoever writes it by hand. */

interface SettingWords {
  /** By the path with dots; `*` stands for a name that somebody gave. */
  readonly names: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  readonly seconds: (count: number) => string
  readonly ofScreen: (name: string, screen: string) => string
}

export const enSettingWords: SettingWords = {
  names: {
    name: 'the name of the room',
    language: 'the language of the room',
    timezone: 'the time zone',
    audience: 'the audience',
    'rotation.order': 'the order',
    'rotation.share': 'what a weight counts',
    'rotation.seconds_min': 'the shortest time of a slide',
    'rotation.seconds_max': 'the longest time of a slide',
    'rotation.kinds.*': 'how long slides of “*” stay',
    'rotation.kinds.*.seconds_min': 'the shortest time of a slide of “*”',
    'rotation.kinds.*.seconds_max': 'the longest time of a slide of “*”',
    'rotation.sentiment': 'the balance of tone',
    'rotation.promises': 'what is promised',
    'rotation.promises.*': 'what is promised',
    'schedule.hours': 'the hours of the screen',
    'schedule.sound_hours': 'the hours of sound',
    'schedule.holidays': 'the holidays',
    'schedule.holidays.*': 'the holidays',
    'schedule.dayparts.*': 'the daypart “*”',
  },
  values: { story: '“Story”', shuffle: '“Shuffle”', time: 'time on the wall', turns: 'turns' },
  seconds: (count) => (count === 1 ? '1 second' : `${count} seconds`),
  ofScreen: (name, screen) => `${name} (${screen})`,
}

export const deSettingWords: SettingWords = {
  names: {
    name: 'Name des Raums',
    language: 'Sprache des Raums',
    timezone: 'Zeitzone',
    audience: 'Publikum',
    'rotation.order': 'Reihenfolge',
    'rotation.share': 'Was ein Gewicht zählt',
    'rotation.seconds_min': 'Kürzeste Zeit eines Bildes',
    'rotation.seconds_max': 'Längste Zeit eines Bildes',
    'rotation.kinds.*': 'Zeiten für Bilder von „*“',
    'rotation.kinds.*.seconds_min': 'Kürzeste Zeit eines Bildes von „*“',
    'rotation.kinds.*.seconds_max': 'Längste Zeit eines Bildes von „*“',
    'rotation.sentiment': 'Mischung der Töne',
    'rotation.promises': 'Zusagen',
    'rotation.promises.*': 'Zusagen',
    'schedule.hours': 'Zeiten des Bildschirms',
    'schedule.sound_hours': 'Zeiten mit Ton',
    'schedule.holidays': 'Feiertage',
    'schedule.holidays.*': 'Feiertage',
    'schedule.dayparts.*': 'Tagesabschnitt „*“',
  },
  values: { story: '„Geschichten“', shuffle: '„Gemischt“', time: 'Zeit an der Wand', turns: 'Auftritte' },
  seconds: (count) => (count === 1 ? '1 Sekunde' : `${count} Sekunden`),
  ofScreen: (name, screen) => `${name} (${screen})`,
}

/** What a setting is called; one that nobody named here is told as it is written. */
export function settingName(setting: string, words: SettingWords): string {
  const own = /^screens\.(.+)\.(schedule\..+)$/.exec(setting)
  const [, screen, rest] = own ?? []
  if (screen !== undefined && rest !== undefined) return words.ofScreen(settingName(rest, words), screen)
  const exact = Object.hasOwn(words.names, setting) ? words.names[setting] : undefined
  if (exact !== undefined) return exact
  for (const [pattern, name] of Object.entries(words.names)) {
    const [before = '', after = ''] = pattern.split('*')
    if (!pattern.includes('*') || !setting.startsWith(before) || !setting.endsWith(after)) continue
    const given = setting.slice(before.length, setting.length - after.length)
    // The longer pattern is the one that is meant.
    if (given === '' || (after === '' && /\.seconds_(min|max)$/.test(given))) continue
    return name.replace('*', () => given)
  }
  return setting
}

export function settingValue(setting: string, value: string | number | boolean, words: SettingWords): string {
  if (typeof value === 'number' && /seconds_(min|max)$/.test(setting)) return words.seconds(value)
  const isChoice = /^rotation\.(order|share)$/.test(setting) && Object.hasOwn(words.values, String(value))
  return isChoice ? (words.values[String(value)] ?? '') : String(value)
}
