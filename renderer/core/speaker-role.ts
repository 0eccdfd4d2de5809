/** On which side of a conversation somebody stands, as the names in transcripts and chats tell it. */

export type SpeakerRole = 'customer' | 'us' | 'other'

const US =
  /\b(us|we|agents?|advis[eo]rs?|operators?|representative|rep|staff|employee|colleague|clerk|assistant|service|help ?desk|desk|support|call ?(centre|center)|office|claims|reception(ist)?|conductor|driver|nurse|doctor|interviewer|moderator|bot|ivr|admin|system|seller|lost property|company|berater(in)?|mitarbeiter(in)?|sachbearbeiter(in)?|conseill(er|ère)|agente|operador(a)?|operatore)\b|オペレータ|担当|スタッフ|客服|상담/i
const CUSTOMER =
  /\b(caller|customer|client|patient|passenger|user|member|guest|visitor|tenant|citizen|claimant|resident|shopper|participant|interviewee|respondent|end.?user|lead|contact|buyer|prospect|kund(e|in)|anrufer(in)?|gast|cliente?|usager|usuari[oa])\b|(?<!ご)客様|お客|客户|顾客|고객|손님/i
const OTHER = /\b(other|third party|unknown|interpreter|relative)\b/i

/** The side that a word names; undefined where it names none. `customer_2` and `operator-1` are names too. */
export function roleOf(word: string | undefined): SpeakerRole | undefined {
  if (word === undefined) return undefined
  const words = word.replace(/[_\d-]+/g, ' ')
  if (CUSTOMER.test(words)) return 'customer'
  if (US.test(words)) return 'us'
  return OTHER.test(words) ? 'other' : undefined
}

/** Names say it, mostly. Where just one of two is known, the other is the other side. */
export function guessRoles(names: readonly string[]): Map<string, SpeakerRole> {
  const roles = new Map(names.map((name) => [name, roleOf(name)] as const))
  const known = [...roles.values()].filter((role) => role === 'customer' || role === 'us')
  const counterpart =
    names.length === 2 && known.length === 1 ? (known[0] === 'us' ? 'customer' : 'us') : undefined
  return new Map(names.map((name) => [name, roles.get(name) ?? counterpart ?? 'other']))
}
