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
  const letters = count(text, /\p{L}/gu)
  const counted = SCRIPTS.map(([script, pattern]) => ({ script, count: count(text, pattern) }))
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count > 0 && most.count * 2 >= letters ? most.script : 'latin'
}

/** Scripts whose lines stand further apart, so that fewer of them fit. */
export function isTall(text: string): boolean {
  return scriptOf(text) !== 'latin' && scriptOf(text) !== 'hebrew'
}

/** The comma, and the space after it, of a text's script; Han alone is taken for `language`, else for Japanese. */
export function commaAfter(text: string, language = 'ja'): string {
  const script = scriptOf(text)
  if (script === 'arabic') return '، '
  if (script !== 'cjk') return ', '
  const told = textLanguage(text, undefined, language)
  return told === 'ja' ? '、' : told === 'ko' ? ', ' : '，'
}

/**
 * The language of a text: as its author says, else as its script tells, else the one around it. A language that is not
 * written in this script is passed over: the note "en" on a whole table does not make English of a Japanese row.
 */
export function textLanguage(text: string, author: string | undefined, around: string): string {
  const script = scriptOf(text)
  if (script === 'latin') return latinLanguage(text, author || around, around)
  const told = script === 'cjk' ? cjkLanguage(text) : BY_SCRIPT[script]
  if (author && isWrittenIn(script, author)) return author
  // Kana and hangul are nobody else's; Han alone may be of any language that the words around it are in.
  if (told === 'ja' || told === 'ko') return told
  return isWrittenIn(script, around) ? around : told
}

/** Words in letters of Europe are not Japanese, whoever they stand beside; a number is of any language. */
function latinLanguage(text: string, author: string, around: string): string {
  if (!/\p{L}/u.test(text)) return author
  return [author, around].find((language) => !isWrittenOtherwise(language)) ?? 'en'
}

function isWrittenOtherwise(language: string): boolean {
  return isWrittenIn('cjk', language) || SPELT.some((script) => isWrittenIn(script, language))
}

const SPELT = ['arabic', 'hebrew', 'thai', 'devanagari'] as const

function isWrittenIn(script: Exclude<Script, 'latin'>, language: string): boolean {
  const [primary = ''] = language.toLowerCase().split('-')
  return WRITTEN_IN[script].includes(primary)
}

const WRITTEN_IN: Readonly<Record<Exclude<Script, 'latin'>, readonly string[]>> = {
  cjk: ['zh', 'ja', 'ko', 'yue', 'wuu', 'nan', 'hak', 'cmn', 'lzh'],
  arabic: ['ar', 'fa', 'ur', 'ps', 'sd', 'ug', 'ckb', 'ks', 'arz', 'prs'],
  hebrew: ['he', 'yi', 'iw', 'lad'],
  thai: ['th'],
  devanagari: ['hi', 'mr', 'ne', 'sa', 'bho', 'mai', 'kok', 'doi'],
}

const BY_SCRIPT = { arabic: 'ar', hebrew: 'he', thai: 'th', devanagari: 'hi' } as const

/** A sign in Chinese may borrow one kana, and a Korean one name its hanja: of a language's own letters there are more. */
const OWN_SHARE = 1 / 8

function cjkLanguage(text: string): 'ja' | 'ko' | 'zh' {
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(text, /\p{Script=Hangul}/gu)
  const all = kana + hangul + count(text, /\p{Script=Han}/gu)
  if (hangul > kana && hangul >= all * OWN_SHARE) return 'ko'
  return kana > 0 && kana >= all * OWN_SHARE ? 'ja' : 'zh'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
