import chardet from 'chardet'
import iconv from 'iconv-lite'

/** Which of the encodings before Unicode a text is in. Statistics need pages; a table often has two accents to show. */

/** True for Japanese as old mail has it: between ESC $ B and ESC ( B, in bytes that are all ASCII. */
export function isEscaped(bytes: Uint8Array): boolean {
  return bytes.includes(0x1b) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('\x1B$')
}

/** Bytes above 127 for which a guess of the statistics alone is worth something. */
const ENOUGH = 200
/** `usual` below which a text is hardly in that language. */
const RARE = 0.9

/** The name of an encoding, Windows-1252 where nothing speaks for another. */
export function legacyEncoding(sample: Uint8Array): string {
  const high = sample.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0)
  const wide = wideEncoding(sample)
  // A word or two of Russian are pairs of bytes too, and as such characters that nobody uses.
  const isRare = wide !== undefined && wide.usual < RARE
  const narrow = wide && !isRare ? undefined : scriptEncoding(sample, high)
  if (narrow !== undefined) return narrow
  return wide === undefined || (isRare && isMostlyLatin(sample, high))
    ? latinEncoding(sample, high)
    : wide.name
}

/** An accent now and then, among letters without. */
function isMostlyLatin(sample: Uint8Array, high: number): boolean {
  const letters = sample.filter((byte) => (byte | 32) >= 97 && (byte | 32) <= 122).length
  return letters > 2 * high
}

interface Wide {
  readonly name: string
  /** Letters that such a text is mostly made of. */
  readonly letters: RegExp
  /** What text in another encoding turns into. */
  readonly odd: RegExp
}

const HAN = String.raw`\p{Script=Han}`
const PUNCTUATION = String.raw`\u3000-\u303F\uFF01-\uFF5E\u2018-\u201D\u2026\u2014\u00B7`
const WIDE: readonly Wide[] = [
  { name: 'euc-jp', letters: new RegExp(`[ぁ-ゖァ-ヺー${PUNCTUATION}${HAN}]`, 'gu'), odd: /[ｦ-ﾟ]/gu },
  {
    name: 'shift_jis',
    letters: new RegExp(`[ぁ-ゖァ-ヺー${PUNCTUATION}${HAN}]`, 'gu'),
    odd: /[ｦ-ﾟ\uE000-\uF8FF]/gu,
  },
  { name: 'euc-kr', letters: /[가-힣]/gu, odd: new RegExp(`[${HAN}ぁ-ヺ]`, 'gu') },
  {
    name: 'gb18030',
    letters: new RegExp(`[${PUNCTUATION}${HAN}]`, 'gu'),
    odd: /[\uE000-\uF8FFぁ-ヺ가-힣㐀-䶿]/gu,
  },
  { name: 'big5', letters: new RegExp(`[${PUNCTUATION}${HAN}]`, 'gu'), odd: /[\uE000-\uF8FFぁ-ヺ㐀-䶿]/gu },
]

/** Two bytes a character: bytes that are another encoding's are rarely all pairs, and rarely common letters. */
function wideEncoding(sample: Uint8Array): { name: string; usual: number } | undefined {
  const scored = WIDE.map(({ name, letters, odd }) => {
    const text = decoded(sample, name)
    const foreign = text?.match(/[^\p{ASCII}]/gu)?.length ?? 0
    if (text === undefined || foreign === 0) return { name, usual: 0, score: 0 }
    const share = ((text.match(letters)?.length ?? 0) - 2 * (text.match(odd)?.length ?? 0)) / foreign
    const kanaless = /jp|jis/.test(name) && !/[ぁ-ゖァ-ヺ]/u.test(text)
    // Hardly a sentence of Japanese does without; Chinese does.
    const usual = 2 * commonness(text, name) + firstLevel(sample, name) - (kanaless ? 0.3 : 0)
    const isOther = share < 0.8 || isInsideWords(text, foreign)
    return { name, usual, score: isOther ? 0 : share + usual }
  })
  const best = scored.reduce((one, next) => (next.score > one.score ? next : one))
  return best.score > 0 ? best : undefined
}

/** An accent of a western word, taken for half of a character: `Gr釷e`. */
function isInsideWords(text: string, foreign: number): boolean {
  return (text.match(/[a-z][^\p{ASCII}]|[^\p{ASCII}][a-z]/gu)?.length ?? 0) > foreign * 0.4
}

/** Letters that every second sentence has: Chinese in one encoding is rare Chinese in the other. */
const COMMON: Readonly<Record<string, RegExp>> = {
  'euc-jp': /[ぁ-ゖ]/gu,
  shift_jis: /[ぁ-ゖ]/gu,
  'euc-kr':
    /[이다는을가고에의한지하기도로어나서리사아니라만들자해요습게시인정대전주일그스보구있었았했네거면안여오상수장제부동성원드무비우유조세공중물간용과문화내말것저데음좋너못되]/gu,
  gb18030: /[的一是不了在人有我他这中大来上个国到说们为你时要就出会可也对生没好车点谢很等店]/gu,
  big5: /[的一是不了在人有我他這中大來上個國到說們為你時要就出會可也對生沒好車點謝很等店]/gu,
}

function commonness(text: string, name: string): number {
  const common = COMMON[name]
  const wide = text.match(/[^\p{ASCII}]/gu)?.length ?? 1
  return common ? (text.match(common)?.length ?? 0) / wide : 0
}

/** First bytes of the characters that each standard put first because they are in daily use: JIS X 0208, GB 2312, Big5. */
const FIRST_LEVEL: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  'euc-jp': [
    [0xa4, 0xa5],
    [0xb0, 0xcf],
  ],
  shift_jis: [
    [0x82, 0x83],
    [0x88, 0x97],
  ],
  'euc-kr': [[0xb0, 0xc8]],
  gb18030: [[0xb0, 0xd7]],
  big5: [[0xa4, 0xc6]],
}

/** Share of the characters that are of the first level; marks and symbols stand apart. */
function firstLevel(sample: Uint8Array, name: string): number {
  const levels = FIRST_LEVEL[name] ?? []
  let [first, all] = [0, 0]
  for (let at = 0; at < sample.length; at += (sample[at] ?? 0) < 0x80 ? 1 : 2) {
    const byte = sample[at] ?? 0
    if (byte < 0x82 || (byte >= 0xa1 && byte <= 0xa3)) continue
    all += 1
    if (levels.some(([from, to]) => byte >= from && byte <= to)) first += 1
  }
  return all === 0 ? 1 : first / all
}

/** Bytes from which a sample may end inside a character. */
const SAMPLED = 4_096

/** Undefined where the bytes are not all characters of it; the last one may be cut by the end of the sample. */
function decoded(sample: Uint8Array, name: string): string | undefined {
  for (const cut of sample.length < SAMPLED ? [0] : [0, 1, 2, 3]) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(sample.subarray(0, sample.length - cut))
    } catch {
      // Tried again without the last byte.
    }
  }
  return undefined
}

/** Scripts of their own, each with the letters that most of its words have; in the wrong encoding these turn into rare ones. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['windows-1251', /[оеаинтсрвлкмдпуыяьбзг]/gu],
  ['koi8-r', /[оеаинтсрвлкмдпуыяьбзг]/gu],
  ['iso-8859-5', /[оеаинтсрвлкмдпуыяьбзг]/gu],
  ['windows-1253', /[αοιετσνρκπυλςάέίόή]/gu],
  ['windows-1255', /[יוהלאתרבמשנדעכחקפ]/gu],
  ['windows-1256', /[اليمنورتبةدعسفهكقأحج]/gu],
  ['cp866', /[оеаинтсрвлкмдпуыяьбзг]/gu],
  ['windows-874', /[านรอกเงมยลวดทสตะปบคไ่้]/gu],
]

/** Words without any Latin letter. */
function scriptEncoding(sample: Uint8Array, high: number): string | undefined {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1')
  const inWords = (bytes.match(/(?<![A-Za-z])[\x80-\xFF]{3,}(?![A-Za-z])/g) ?? []).join('').length
  if (inWords < high / 2) return undefined
  const scored = SCRIPTS.map(([name, letters]) => {
    const text = iconv.decode(Buffer.from(sample), name)
    return { name, score: (text.match(letters)?.length ?? 0) / high }
  })
  const best = scored.reduce((one, next) => (next.score > one.score ? next : one))
  return best.score > 0.5 ? best.name : undefined
}

/** Letters beyond a to z, by language; the encodings in the order in which they are believed. */
const LATIN: readonly (readonly [string, readonly string[]])[] = [
  [
    'windows-1252',
    [
      'äöüß',
      'àâæçéèêëîïôœùûüÿ',
      'áéíñóúü',
      'àáâãçéêíóôõú',
      'àèéìíîòóùú',
      'åäöé',
      'æøåéó',
      'ëïéèóöü',
      'áðéíóúýþæö',
    ],
  ],
  ['windows-1250', ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţșț', 'čćđšž']],
  ['iso-8859-2', ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţșț', 'čćđšž']],
  ['windows-1254', ['çğıöşüâîûİ']],
  ['windows-1257', ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž']],
  ['macintosh', ['äöüß', 'àâæçéèêëîïôœùûüÿ', 'áéíñóúü', 'àáâãçéêíóôõú', 'åäöé', 'æøåéó']],
  // What a program of the DOS age writes, and Excel as “CSV (MS-DOS)”.
  ['cp850', ['äöüß', 'àâæçéèêëîïôùûüÿ', 'áéíñóúü', 'àáâãçéêíóôõú', 'åäöé', 'æøåéó']],
]

function latinEncoding(sample: Uint8Array, high: number): string {
  const guesses = high < ENOUGH ? [] : chardet.analyse(sample).map(({ name }) => name.toLowerCase())
  const scored = LATIN.map(([name, alphabets], rank) => {
    const text = iconv.decode(Buffer.from(sample), name)
    const guessed = guesses.indexOf(name) === 0 ? 0.01 : 0
    return { name, score: spelling(text, alphabets) + guessed - rank / 1_000 }
  })
  return scored.reduce((one, next) => (next.score > one.score ? next : one)).name
}

/** Share of the letters beyond a to z that the language which fits best has; what stands oddly in a word counts against it. */
function spelling(text: string, alphabets: readonly string[]): number {
  const letters = text.match(/[^\p{ASCII}]/gu)?.filter((letter) => /\p{L}/u.test(letter)) ?? []
  const odd = text.match(
    /\p{Ll}\p{Lu}|\p{L}[^\P{Lu}A-Z]\p{Ll}|\p{L}[^\p{ASCII}\p{L}\p{M}’‘…–—]\p{L}|\p{L}[¹²³¼½¾¿¡¤¦§¨¬¶¸]|[\x80-\x9F\uFFFD]/gu,
  )
  if (letters.length === 0) return 0.5 - (odd?.length ?? 0)
  const fits = alphabets.map(
    (alphabet) =>
      letters.filter((letter) => alphabet.includes(letter) || alphabet.includes(letter.toLowerCase())).length,
  )
  return (Math.max(...fits) - (odd?.length ?? 0)) / letters.length
}
