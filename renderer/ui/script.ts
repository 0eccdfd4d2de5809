export type Script = 'latin' | 'cjk' | 'arabic' | 'hebrew' | 'thai' | 'devanagari'

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['cjk', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['thai', /\p{Script=Thai}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
]

/** The script that sets the type: the one that most letters are in. A name in another script does not change the line. */
export function scriptOf(text: string): Script {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const counted = SCRIPTS.map(([script, pattern]) => ({ script, count: text.match(pattern)?.length ?? 0 }))
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count > 0 && most.count * 2 >= letters ? most.script : 'latin'
}

/** Scripts whose lines stand further apart, so that fewer of them fit. */
export function isTall(text: string): boolean {
  return scriptOf(text) !== 'latin' && scriptOf(text) !== 'hebrew'
}

/** The comma, and the space after it, of the script that a text is in. */
export function commaAfter(text: string): string {
  const script = scriptOf(text)
  return script === 'cjk' ? '、' : script === 'arabic' ? '، ' : ', '
}

/** The language of a text: as its author says, else as its script tells, else the room's. */
export function textLanguage(text: string, author: string | undefined, room: string): string {
  if (author !== undefined && author !== '') return author
  const script = scriptOf(text)
  if (script === 'latin') return room
  const told = script === 'cjk' ? cjkLanguage(text) : BY_SCRIPT[script]
  return SAME_SCRIPT[script].some((language) => room.split('-')[0] === language) ? room : told
}

/** Languages of a room that a text in this script may well be in. */
const SAME_SCRIPT = {
  cjk: ['zh', 'ja', 'ko'],
  arabic: ['ar', 'fa', 'ur'],
  hebrew: ['he', 'yi'],
  thai: ['th'],
  devanagari: ['hi', 'mr', 'ne'],
} as const

const BY_SCRIPT = { arabic: 'ar', hebrew: 'he', thai: 'th', devanagari: 'hi' } as const

function cjkLanguage(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'zh'
}
