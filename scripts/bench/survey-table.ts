import { oneOf, type Random, randomFrom } from './random.ts'

/** An export as a survey tool writes it: several columns, personal ones among them, and answers of one line to a paragraph. */

const HEADER =
  'Response ID,Submitted at,Email Address,Region,Ticket,Likelihood to recommend,What could we have done better?,Channel,Device'

/** About 220 bytes a row. */
export function surveyCsv(rows: number): string {
  const lines = [HEADER]
  for (let index = 0; index < rows; index += 1) lines.push(surveyRow(index))
  return `${lines.join('\r\n')}\r\n`
}

/** The same row for the same number, whatever the number of rows. */
function surveyRow(index: number): string {
  const random = randomFrom(index + 1)
  const score = Math.floor(random() * 11)
  // One in twelve says nothing, one in fifty breaks the line.
  const text = random() < 0.08 ? '' : answer(index, random)
  const broken = random() < 0.02 ? text.replace('. ', '.\n\n') : text
  return [
    `R-${100_000 + index}`,
    when(random),
    `somebody${index}@example.org`,
    oneOf(REGIONS, random),
    oneOf(TICKETS, random),
    `${score}`,
    cell(broken),
    oneOf(CHANNELS, random),
    oneOf(DEVICES, random),
  ].join(',')
}

function answer(index: number, random: Random): string {
  const count = 1 + Math.floor(random() ** 2 * 6)
  const sentences = Array.from({ length: count }, () => sentence(random))
  // Now and then a figure, as people write them; what looks like a telephone number is withheld, as it must be.
  if (random() < 0.15)
    sentences.push(`It took ${5 + Math.floor(random() * 90)} minutes on ${when(random).slice(0, 10)}.`)
  if (random() < 0.003) sentences.push('Ring me on 020 7946 0958.')
  if (random() < 0.3) sentences.push(`My train was the ${6 + (index % 17)}.${10 + (index % 50)}.`)
  return sentences.join(' ')
}

function sentence(random: Random): string {
  const words = `${oneOf(WHO, random)} ${oneOf(DID, random)} ${oneOf(WHAT, random)}`
  return `${words}${random() < 0.4 ? `, ${oneOf(AND, random)}` : ''}.`
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function when(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `2026-${two(1 + Math.floor(random() * 9))}-${two(1 + Math.floor(random() * 28))}`
  return `${day} ${two(Math.floor(random() * 24))}:${two(Math.floor(random() * 60))}`
}

const REGIONS = ['North', 'Coast', 'Valley', 'Capital', 'Border'] as const
const TICKETS = ['Single', 'Return', 'Season', 'Group', 'Staff'] as const
const CHANNELS = ['Web', 'App', 'Counter', 'Letter'] as const
const DEVICES = ['Phone', 'Tablet', 'Desktop', ''] as const
const WHO = [
  'The lady at the counter',
  'Nobody on the platform',
  'My father, who cannot walk far,',
  'The app',
  'Your “help” line',
  'The machine in Skelling',
  'A colleague of yours',
  'I',
] as const
const DID = [
  'told me to wait for',
  'could not find',
  'was kind enough to look for',
  'sent me twice to',
  'never mentioned',
  'asked me to pay for',
  'had no idea about',
  'would have needed',
] as const
const WHAT = [
  'the next connection',
  'a seat near the door',
  'the refund that I was promised',
  'the lift, which has been broken since Easter',
  'a ticket for the pram',
  'the bus instead of the train',
  'somebody who decides',
  'the form that your letter names',
] as const
const AND = [
  'and that was the end of it',
  'although the board said "on time"',
  'which is a pity',
  'so I missed the dialysis',
  'and the café was closed',
  'but I would come again',
] as const
