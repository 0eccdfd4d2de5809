/**
 * Where a line may end that is set large. Browsers break Chinese between any two characters, and Japanese either so or between
 * phrases that are often longer than such a line; goes with `word-break: keep-all`.
 */

/** Leaves no trace but the chance of a new line. */
const BREAK = '\u200b'

const KANJI = '\\p{Script=Han}々〆'
/** After a phrase's closing kana, which no honorific is: the next one begins with a character, a foreign word or a bracket. */
const NEXT_WORD = new RegExp(
  `(?<=(?![おご])\\p{Script=Hiragana})(?=[${KANJI}\\p{Script=Katakana}\\p{Script=Latin}\\p{N}「『（])`,
  'gu',
)
/** Before an honorific: ご希望を|お聞かせ, 市内の|お宿. */
const HONORIFIC = new RegExp(`(?<=[はがをにもへとのでや])(?=[おご][${KANJI}])`, 'gu')
/** After a particle that stands on a character: 私は|とても. */
const PARTICLE = new RegExp(
  `(?<=[${KANJI}\\p{Script=Katakana}ー][はがをにもへと])(?=\\p{Script=Hiragana})`,
  'gu',
)
/** Before a helping verb: 教えて|くれません, 立って|いました. */
const HELPER =
  /(?<=[てで])(?=くれ|くだ|いた|いま|いる|いて|おり|おき|しま|ほし|もら|みる|みま|あげ|やる|ある|あり)/gu

/** The text with its chances of a new line marked, in Japanese and Chinese; another language's as it is. */
export function phrases(text: string, language: string): string {
  if (/^(zh|yue|cmn)\b/i.test(language)) return words(text)
  if (!/^ja\b/i.test(language)) return text
  return text
    .replace(NEXT_WORD, BREAK)
    .replace(HONORIFIC, BREAK)
    .replace(PARTICLE, BREAK)
    .replace(HELPER, BREAK)
}

const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** A chance between two words; beside a mark, the browser knows. */
function words(text: string): string {
  const parts = [...chinese.segment(text)]
  return parts
    .map(({ segment, isWordLike }, at) =>
      isWordLike && parts[at + 1]?.isWordLike ? segment + BREAK : segment,
    )
    .join('')
}
