import sharp from 'sharp'
import { CALL, type Files, quoteFile, toneWav } from './open-room.ts'

/** A room in which each kind of item is there twice: for the public, and withheld for a reason of its own. */

/** Words that stand in nothing but what has to stay behind. */
export const SECRETS = [
  ...[
    'Zanzibar',
    'Quillfeather',
    'Brambletop',
    'Oxenhaupt',
    'Vermillow',
    'Tarnskill',
    'Ploverdale',
    'Grimsetter',
  ],
  ...[
    'Hollowmere',
    'Yarrowgate',
    'Fennimoor',
    'Duskwater',
    'Larkspittle',
    'Coldharbor',
    'Umberleigh',
    'Wexcombe',
  ],
  ...[
    'Nettlebed',
    'Snodgrass',
    'ledger-7741',
    'ÆrØskøbing',
    '切符秘密',
    'Thistledew',
    'Marrowbone',
    'Appledrake',
  ],
  ...['Inkpenhurst', 'ruth@example.org', '4111 1111 1111 1111'],
]
/** Words that have to come along. */
export const PUBLIC = [
  'Goldfinch',
  'Meadowlark',
  'Kingfisher',
  'Nightjar',
  'Skylark',
  'Wagtail',
  'Chaffinch',
  'Dunnock',
]

/** Hz: no sound of the public's is near it. */
export const SECRET_TONE = 1_130
export const PUBLIC_TONE = 440

const PUBLIC_CONSENT =
  'consent: {who: ledger-7741, given: 2026-01-01, collected: by Snodgrass on paper, controller: Inkpenhurst Ltd, purposes: [display], audience: [staff, public]}'
const STAFF_CONSENT = 'consent: {who: ledger-7741, given: 2026-01-01, purposes: [display], audience: [staff]}'

function call(title: string, words: string, consent: string): string {
  return `---\ntitle: ${title}\nsource: ${words} line\ncaptured: 2026-02-03\nevidence: research\n${consent}\nchecked: {by: Snodgrass, date: 2026-06-02}\n---\n`
}

function vtt(words: string): string {
  return `WEBVTT\n\n00:00.000 --> 00:00.400\n<v Caller>${words} is broken.\n\n00:00.500 --> 00:00.900\n<v Service desk>Again?\n`
}

function tone(hertz: number): Buffer {
  const bytes = toneWav(1)
  for (let at = 44, index = 0; at < bytes.length; at += 2, index += 1)
    bytes.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * hertz * index) / 8_000)), at)
  return bytes
}

/** A flat picture with words in its metadata. */
export function picture(colour: { r: number; g: number; b: number }, words: string): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .withExif({ IFD0: { ImageDescription: words, Artist: words } })
    .jpeg()
    .toBuffer()
}

export const SECRET_COLOUR = { r: 250, g: 20, b: 30 }
const PUBLIC_COLOUR = { r: 20, g: 200, b: 60 }

const photo = (words: string, consent: string): string =>
  `---\ntitle: ${words}\nsource: Workshop\ncaptured: 2026-03-01\nevidence: partial\nalt: ${words} at the gate.\n${consent.replace('consent: ', 'people:\n  - ')}\n---\n`
const persona = (name: string, fields = ''): string =>
  `---\nname: ${name}\nquote: I am ${name}.\nevidence: research\ncomposite: true\n${fields}---\n\n${name} takes the train.\n`

/** The other kinds, of staff and of the public. */
function others(staff: string, word: string): Files {
  const audience = staff === '' ? '' : `audience: [staff]\n`
  const at = staff === '' ? 'open' : 'closed'
  const head = `source: Study\ncaptured: 2026-03\nevidence: research\n${audience}`
  return {
    [`metrics/${at}.yaml`]: `${head}phrase: people who saw ${word}\nvalue: 40\nunit: "%"\ntarget: 80\nperiod: 2026-02\ndirection: up\n`,
    [`feedback/${at}.yaml`]: `${head}question: Was ${word} easy?\nscale: 1 to 5\nn: 30\nperiod: 2026-02\nresult: 3.4\n`,
    [`journeys/${at}.yaml`]: `${head}actor: ${word}\nscenario: The way of ${word}\nphases:\n  - name: Start\n    steps: [${word} leaves]\n  - name: End\n    steps: [${word} arrives]\n`,
    [`observations/${at}.md`]: `---\n${head}who: Payroll\nwhere: At ${word}\n---\n\nShe asked for ${word} twice.\n`,
    [`commitments/${at}.yaml`]: `${head}said: ${word} please\npromise: We mend ${word}\nowner: Works\ndue: 2026-09-01\nstate: due\n`,
    [`prompts/${at}.yaml`]: `${head}text: What of ${word}?\nask: tomorrow\n${staff === '' ? 'answer: quotes/Zanzibar\n' : ''}`,
  }
}

export async function bundleFiles(): Promise<Files> {
  return {
    ...others('', 'Goldfinch'),
    ...others('staff', 'Wexcombe'),
    'quotes/open.md': quoteFile(
      'Meadowlark came on time.',
      'persona: [Ruth, Quillfeather]\ntheme: punctuality\n',
    ),
    'quotes/Zanzibar.md': quoteFile('Zanzibar said so.').replace(/consent: .*/, STAFF_CONSENT),
    'quotes/nobody.md': quoteFile('Brambletop never agreed.').replace(/consent: .*\n/, ''),
    'quotes/Oxenhaupt.md': quoteFile('Oxenhaupt is hidden by a curator.'),
    'quotes/Vermillow.md': quoteFile('Vermillow was erased.'),
    'quotes/ended.md': quoteFile('Tarnskill agreed for a year.').replace(
      /consent: .*/,
      'consent: {who: x, given: 2020-01-01, purposes: [display], audience: [public]}',
    ),
    'quotes/withdrawn.md': quoteFile('Ploverdale took it back.').replace(
      /consent: .*/,
      'consent: {public_source: The annual report, withdrawn: yes}',
    ),
    'quotes/later.md': quoteFile('Grimsetter waits for an embargo.', 'from: 2027-01-01\n'),
    'quotes/over.md': quoteFile('Hollowmere was a campaign.', 'until: 2026-01-31\n'),
    'quotes/mail.md': quoteFile('Yarrowgate: write to ruth@example.org about it.'),
    'quotes/wide.md': quoteFile('ÆrØskøbing 切符秘密', 'audience: [staff]\n'),
    'quotes/table.csv':
      'id,quote,source,captured,audience\n1,Kingfisher was kind.,Card,2026-01-01,\n2,Fennimoor is for us.,Card,2026-01-01,staff\n',
    'quotes/table.yaml': 'evidence: research\nconsent: {public_source: The annual report}\n',
    'personas/ruth.md': persona('Ruth Nightjar'),
    'personas/quill.md': persona('Quillfeather', 'audience: [staff]\n'),
    'personas/quill.jpg': await picture({ ...SECRET_COLOUR, g: 24 }, 'Quillfeather'),
    'photos/open.md': photo('Skylark', PUBLIC_CONSENT),
    'photos/open.jpg': await picture(PUBLIC_COLOUR, 'Duskwater'),
    'photos/Larkspittle.md': photo('Larkspittle', STAFF_CONSENT),
    'photos/Larkspittle.jpg': await picture(SECRET_COLOUR, 'Coldharbor'),
    ...CALL,
    'calls/lift.md': call('Wagtail', 'Wagtail', PUBLIC_CONSENT),
    'calls/lift.vtt': vtt('Wagtail [[Appledrake]]'),
    'calls/lift.wav': tone(PUBLIC_TONE),
    'calls/Umberleigh.md': call('Umberleigh', 'Umberleigh', STAFF_CONSENT),
    'calls/Umberleigh.vtt': vtt('Nettlebed'),
    'calls/Umberleigh.wav': tone(SECRET_TONE),
    'calls/card.md': call('A card', 'Card', PUBLIC_CONSENT),
    'calls/card.vtt': vtt('Take 4111 1111 1111 1111, it'),
    'calls/card.wav': tone(SECRET_TONE + 20),
    'broken/Thistledew.xyz': 'Thistledew',
    'quotes/broken-Marrowbone.md': '---\nsource: [Marrowbone\n---\n> Marrowbone\n',
    'room.yaml': `name: Chaffinch Room
timezone: UTC
audience: staff
themes: {waiting: [Marrowbone]}
defaults: {photos/Larkspittle: {credit: Snodgrass}}
screens: {stand: {mode: booth, distance_m: 1}, Thistledew: {audience: staff}}
now: {takeover: {message: Meet Marrowbone, until: 2026-11-30 10:30}, pin: quotes/Zanzibar}
items:
  quotes/Oxenhaupt: {hidden: true}
  quotes/Vermillow: {erased: true}
  quotes/open: {weight: 2, cleared: {what: [phone number], by: Snodgrass, date: 2026-01-01}}
`,
    'quotes/dunnock.md': quoteFile('Dunnock sings.'),
  }
}
