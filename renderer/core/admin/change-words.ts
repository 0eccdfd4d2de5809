import type { ChangeSentence, ItemsNamed, SentenceKey } from './change-sentence.ts'
import { deSettingWords, enSettingWords, settingName, settingValue } from './setting-words.ts'

/** Changes in words, in each language of admin: a part of its catalogue. A language that lacks one does not compile. */

export type ChangeWords = {
  readonly [Key in SentenceKey]: (
    sentence: Extract<ChangeSentence, { readonly key: Key }>,
    when: When,
  ) => string
}

/** How the window writes days and minutes in its language: of local dates such as `2026-03-04T18:30`, and of ms since 1970 UTC. */
export interface When {
  local(date: string): string
  instant(ms: number): string
}

export function changeWords(sentence: ChangeSentence, words: ChangeWords, when: When): string {
  // The compiler cannot tie the key to its own sentence.
  const write = words[sentence.key] as (sentence: ChangeSentence, when: When) => string
  return write(sentence, when)
}

/** Names of kinds, by the kind; an unknown one is just an item. */
type KindNames = Readonly<Record<string, string>>

const EN_KINDS: KindNames = {
  persona: 'the persona',
  journey: 'the journey',
  quote: 'the quote',
  call: 'the call',
  photo: 'the photo',
  clip: 'the clip',
  observation: 'the observation',
  feedback: 'the survey result',
  metric: 'the metric',
  prompt: 'the question',
  commitment: 'the commitment',
}

function en({ title, kind, count }: ItemsNamed): string {
  const one = `${EN_KINDS[kind] ?? 'the item'} “${title}”`
  if (count === 1) return one
  return `${one} and ${count - 1} ${count === 2 ? 'other' : 'others'}`
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const enChangeWords: ChangeWords = {
  hid: ({ items }) => `Hid ${en(items)}`,
  unhid: ({ items }) => `Showed ${en(items)} again`,
  'pinned-item': ({ items }) => `Pinned ${en(items)}`,
  'unpinned-item': ({ items }) => `Unpinned ${en(items)}`,
  weighed: ({ items, weight }) =>
    weight === null ? `Gave ${en(items)} its usual weight` : `Gave ${en(items)} weight ${weight}`,
  dated: ({ items, from, until }, when) => {
    const dates = [
      from === null ? '' : ` from ${when.local(from)}`,
      until === null ? '' : ` until ${when.local(until)}`,
    ]
    return dates.join('') === ''
      ? `Took the dates of ${en(items)} away`
      : `Shows ${en(items)}${dates.join('')}`
  },
  dayparted: ({ items, dayparts }) =>
    dayparts.length === 0
      ? `Shows ${en(items)} at all times`
      : `Shows ${en(items)} at ${dayparts.join(', ')}`,
  cleared: ({ items, what }) => `Cleared ${en(items)} of ${what.join(', ')}`,
  decided: ({ items }) => `Decided about ${en(items)}`,
  set: ({ setting, value, count }) =>
    value === null
      ? `Changed ${settingName(setting, enSettingWords)}${count === 1 ? '' : ` and ${plural(count - 1, 'other setting', 'other settings')}`}`
      : `Set ${settingName(setting, enSettingWords)} to ${settingValue(setting, value, enSettingWords)}`,
  pin: ({ items }) => `Pinned ${en(items)} to the screen`,
  takeover: ({ items, until }, when) => `Showed nothing but ${en(items)} until ${when.local(until)}`,
  message: ({ until }, when) => `Showed a message until ${when.local(until)}`,
  pause: ({ until }, when) =>
    until === null ? 'Paused the wall' : `Paused the wall until ${when.local(until)}`,
  visitors: ({ audience, until }, when) =>
    `Visitors (${audience}) before the wall until ${when.local(until)}`,
  released: ({ what }) =>
    ({
      pin: 'Unpinned the screen',
      takeover: 'Ended the takeover',
      pause: 'Ended the pause',
      visitors: 'The visitors have left',
    })[what],
  volume: ({ screen, percent }) => `Set the volume of ${screen} to ${percent} %`,
  sound: ({ screen, on }) => `Switched the sound of ${screen} ${on ? 'on' : 'off'}`,
  table: ({ table }) => `Said how the table ${table} is read`,
  defaults: ({ path }) => `Said what is true of everything in ${path}`,
  fields: ({ items, fields }) => `Changed ${fields.join(', ')} of ${en(items)}`,
  text: ({ path }) => `Edited ${path}`,
  redacted: ({ items, words }) => `Redacted ${plural(words, 'word', 'words')} in ${en(items)}`,
  consent: ({ items }) => `Recorded consent for ${en(items)}`,
  published: ({ items }) => `Recorded where ${en(items)} was published`,
  withdrew: ({ who, count }) => `Withdrew the consent of ${who}, ${plural(count, 'item', 'items')}`,
  'took-down': ({ who, count }) =>
    `Took down what was published in ${who}, ${plural(count, 'item', 'items')}`,
  erased: ({ count }) => `Erased ${plural(count, 'item', 'items')}`,
  restored: ({ at }, when) => `Put back room.yaml as it was before ${when.instant(at)}`,
  promised: ({ name }) => `Promised in front of the customer chair: ${name}`,
  receipt: ({ name }) => `Kept the receipt of a meeting: ${name}`,
  imported: ({ files, name }) =>
    files === 1
      ? `Imported ${name}`
      : `Imported ${name} and ${plural(files - 1, 'other file', 'other files')}`,
}

/** In the accusative, as all sentences below want it. */
const DE_KINDS: KindNames = {
  persona: 'die Persona',
  journey: 'die Reise',
  quote: 'das Zitat',
  call: 'den Anruf',
  photo: 'das Foto',
  clip: 'den Film',
  observation: 'die Beobachtung',
  feedback: 'das Umfrageergebnis',
  metric: 'die Kennzahl',
  prompt: 'die Frage',
  commitment: 'die Zusage',
}

function de({ title, kind, count }: ItemsNamed): string {
  const one = `${DE_KINDS[kind] ?? 'den Beitrag'} „${title}“`
  if (count === 1) return one
  return `${one} und ${count - 1} ${count === 2 ? 'weiterer' : 'weitere'}`
}

const DE_AUDIENCES: KindNames = { staff: 'Belegschaft', guests: 'Gäste', public: 'Öffentlichkeit' }

export const deChangeWords: ChangeWords = {
  hid: ({ items }) => `Ausgeblendet: ${de(items)}`,
  unhid: ({ items }) => `Wieder eingeblendet: ${de(items)}`,
  'pinned-item': ({ items }) => `Angeheftet: ${de(items)}`,
  'unpinned-item': ({ items }) => `Gelöst: ${de(items)}`,
  weighed: ({ items, weight }) =>
    weight === null ? `Übliches Gewicht für ${de(items)}` : `Gewicht ${weight} für ${de(items)}`,
  dated: ({ items, from, until }, when) => {
    const dates = [
      from === null ? '' : ` ab ${when.local(from)}`,
      until === null ? '' : ` bis ${when.local(until)}`,
    ]
    return dates.join('') === '' ? `Ohne Zeitraum: ${de(items)}` : `Zeigt ${de(items)}${dates.join('')}`
  },
  dayparted: ({ items, dayparts }) =>
    dayparts.length === 0
      ? `Zeigt ${de(items)} zu jeder Zeit`
      : `Zeigt ${de(items)} zu ${dayparts.join(', ')}`,
  cleared: ({ items, what }) => `Freigegeben: ${de(items)} (${what.join(', ')})`,
  decided: ({ items }) => `Entschieden über ${de(items)}`,
  set: ({ setting, value, count }) =>
    value === null
      ? `${settingName(setting, deSettingWords)}${count === 1 ? '' : ` und ${plural(count - 1, 'weitere Einstellung', 'weitere Einstellungen')}`} geändert`
      : `${settingName(setting, deSettingWords)} auf ${settingValue(setting, value, deSettingWords)} gesetzt`,
  pin: ({ items }) => `Auf den Bildschirm geheftet: ${de(items)}`,
  takeover: ({ items, until }, when) => `Nur ${de(items)} gezeigt bis ${when.local(until)}`,
  message: ({ until }, when) => `Eine Mitteilung gezeigt bis ${when.local(until)}`,
  pause: ({ until }, when) =>
    until === null ? 'Die Wand angehalten' : `Die Wand angehalten bis ${when.local(until)}`,
  visitors: ({ audience, until }, when) =>
    `Besuch (${DE_AUDIENCES[audience] ?? audience}) vor der Wand bis ${when.local(until)}`,
  released: ({ what }) =>
    ({
      pin: 'Bildschirm gelöst',
      takeover: 'Übernahme beendet',
      pause: 'Pause beendet',
      visitors: 'Der Besuch ist gegangen',
    })[what],
  volume: ({ screen, percent }) => `Lautstärke von ${screen} auf ${percent} % gesetzt`,
  sound: ({ screen, on }) => `Ton von ${screen} ${on ? 'eingeschaltet' : 'ausgeschaltet'}`,
  table: ({ table }) => `Festgelegt, wie die Tabelle ${table} gelesen wird`,
  defaults: ({ path }) => `Festgelegt, was für alles in ${path} gilt`,
  fields: ({ items, fields }) => `${fields.join(', ')} geändert für ${de(items)}`,
  text: ({ path }) => `${path} bearbeitet`,
  redacted: ({ items, words }) => `${plural(words, 'Wort', 'Wörter')} geschwärzt in ${de(items)}`,
  consent: ({ items }) => `Einwilligung eingetragen für ${de(items)}`,
  published: ({ items }) => `Veröffentlichung eingetragen für ${de(items)}`,
  withdrew: ({ who, count }) =>
    `Einwilligung von ${who} zurückgezogen, ${plural(count, 'Beitrag', 'Beiträge')}`,
  'took-down': ({ who, count }) =>
    `Abgenommen, was in ${who} veröffentlicht wurde, ${plural(count, 'Beitrag', 'Beiträge')}`,
  erased: ({ count }) => `${plural(count, 'Beitrag', 'Beiträge')} gelöscht`,
  restored: ({ at }, when) => `room.yaml zurückgesetzt auf den Stand vor ${when.instant(at)}`,
  promised: ({ name }) => `Vor dem Kundenstuhl versprochen: ${name}`,
  receipt: ({ name }) => `Den Beleg eines Treffens behalten: ${name}`,
  imported: ({ files, name }) =>
    files === 1
      ? `${name} importiert`
      : `${name} und ${plural(files - 1, 'weitere Datei', 'weitere Dateien')} importiert`,
}
