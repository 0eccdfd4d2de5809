import type { Typing } from '../../core/chair/view.ts'
import { tableFor } from '../../ui/messages.ts'

/** The chair's own words: what a scene always says. What it says of this meeting comes complete from the host. */
export interface ChairWords {
  iAm(name: string): string
  readonly notMe: string
  readonly lifeSize: string
  readonly nobodyDrawn: string
  readonly goOn: string
  readonly goBack: string
  readonly end: string
  readonly whoSits: string
  readonly whatAbout: string
  readonly isLooking: string
  readonly eachGuesses: string
  guessed(count: number): string
  youSaid(guess: string): string
  theySaid(value: string): string
  itIs(value: string): string
  readonly yourGuesses: string
  yourGuess(mean: string): string
  ofTen(value: string, phrase: string): string
  answered(written: string, people: string | undefined, answer: string | undefined): string
  readonly nobodyMeasured: string
  readonly against: string
  majority(tone: 'for' | 'against', count: number, of: number): string
  nobodyToldUs(topic: string): string
  readonly askFirst: string
  whyNo(name: string): string
  readonly sayItAloud: string
  readonly whatWillYouDo: string
  readonly whoWillDoIt: string
  readonly byWhen: string
  readonly whatHappened: string
  readonly theySaidThis: string
  readonly wePromise: string
  due(date: string): string
  place(index: number, count: number): string
  readonly willBeWritten: string
  readonly nothingPromised: string
  readonly nothingWritten: string
  readonly isSaving: string
  readonly isKept: string
  readonly meetingKept: string
  keptAs(path: string): string
  readonly printed: string
  readonly gapOverTime: string
  readonly typing: Readonly<Record<Typing['what'], string>>
  readonly writeHere: string
  characters(left: number): string
  readonly space: string
  readonly more: string
  readonly measure: string
  readonly holdCard: string
  readonly cardHow: string
  cardFine(mm: string): string
  readonly keep: string
  readonly smaller: string
  readonly larger: string
}

const en: ChairWords = {
  iAm: (name) => `I am ${name}.`,
  notMe: 'You are not me.',
  lifeSize: 'Life size',
  nobodyDrawn: 'Nobody has drawn this customer yet.',
  goOn: 'Go on',
  goBack: 'Back',
  end: 'End',
  whoSits: 'Who is in the chair?',
  whatAbout: 'What do you have to decide on?',
  isLooking: 'Looking for what customers said …',
  eachGuesses: 'Each of you: a number from 0 to 10. Then go on.',
  guessed: (count) =>
    count === 0 ? 'Nobody has guessed yet.' : count === 1 ? '1 guess' : `${count} guesses`,
  youSaid: (guess) => `You said ${guess}.`,
  theySaid: (value) => `They said ${value}.`,
  itIs: (value) => `It is ${value}.`,
  yourGuesses: 'Your guesses',
  yourGuess: (mean) => `Your guesses, ${mean} on average`,
  ofTen: (value, phrase) => `${value} of 10 ${phrase}`,
  answered: (written, people, answer) =>
    `${written}${people === undefined ? '' : ` of ${people} people`}${answer === undefined ? '' : ` said “${answer}”`}`,
  nobodyMeasured: 'Nobody has measured it yet.',
  against: 'Against the majority.',
  majority: (tone, count, of) =>
    `${count} of the ${of} that we found ${count === 1 ? 'speaks' : 'speak'} ${tone} it`,
  nobodyToldUs: (topic) => `Nobody has told us about ${topic}.`,
  askFirst: 'Whatever you say now is a guess. Ask three customers before you decide.',
  whyNo: (name) => `What would make ${name} say no?`,
  sayItAloud: 'Say it aloud, each of you. Then go on.',
  whatWillYouDo: 'What will you do?',
  whoWillDoIt: 'Who will do it?',
  byWhen: 'By when?',
  whatHappened: 'What happened?',
  theySaidThis: 'They said',
  wePromise: 'We promise',
  due: (date) => `Due ${date}`,
  place: (index, count) => `${index} of ${count} that are due`,
  willBeWritten: 'Go on, and it hangs in the room.',
  nothingPromised: 'Nothing is promised.',
  nothingWritten: 'Go on to keep the meeting in the record, or go back and promise something.',
  isSaving: 'It is being written …',
  isKept: 'It hangs in the room.',
  meetingKept: 'The meeting is in the record.',
  keptAs: (path) => `Kept as ${path}`,
  printed: 'Sent to the printer.',
  gapOverTime: 'What was guessed, and what was measured',
  typing: {
    topic: 'What do you have to decide on?',
    promise: 'What will you do?',
    owner: 'Who will do it? A role or a department.',
    names: 'Who was there? Only if you want it on the page.',
  },
  writeHere: 'Write here',
  characters: (left) => `${left} left`,
  space: 'Space',
  more: '…',
  measure: 'Measure this panel',
  holdCard: 'Hold a bank card on the glass.',
  cardHow: 'Make the box as wide as the card: arrows for a hair, Page Up and Page Down for more.',
  cardFine: (mm) => `${mm} mm a pixel`,
  keep: 'It fits',
  smaller: 'Smaller',
  larger: 'Larger',
}

/** English where there is no table for the language yet. */
export function chairWords(language: string): ChairWords {
  return tableFor({ en }, language)
}
