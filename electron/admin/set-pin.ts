import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { PIN_LENGTH, pinTrouble } from '../../renderer/core/admin/lock.ts'
import { setPin } from './pin.ts'

/** Asks for a PIN, twice, on the terminal of the wall's machine: whoever has that, has the machine anyway. */

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

const TROUBLE: Readonly<Record<'short' | 'long' | 'plain', string>> = {
  short: `A PIN has at least ${PIN_LENGTH.min} digits or letters: fewer can be tried through.`,
  long: `A PIN has at most ${PIN_LENGTH.max} digits or letters.`,
  plain: 'One digit again and again, or digits in their order, is what a stranger tries first. Take another.',
}

/** @returns the exit code: 0 when it is set, 1 when nothing has changed */
export async function askAndSetPin(dataDir: string, { input, output }: Terminal): Promise<number> {
  const say = (line: string): void => void output.write(`${line}\n`)
  say(`The PIN for the curator's window of the wall whose data folder is ${dataDir}.`)
  const [pin, again] = await readHidden(['New PIN: ', 'Once more: '], input, output)
  if (pin === undefined || again === undefined) return refuse(say, 'No PIN was given.')
  const trouble = pinTrouble(pin)
  if (trouble) return refuse(say, TROUBLE[trouble])
  if (pin !== again) return refuse(say, 'The two are not the same.')
  mkdirSync(dataDir, { recursive: true })
  await setPin(dataDir, pin)
  say('The PIN is set. On the wall, Ctrl+Shift+A asks for it; a wall that runs need not be started again.')
  return 0
}

function refuse(say: (line: string) => void, why: string): number {
  say(`${why} Nothing has changed.`)
  return 1
}

/** Lines that are typed unseen: readline shows what it writes to its output, so that goes nowhere. */
async function readHidden(
  questions: readonly string[],
  input: Terminal['input'],
  output: NodeJS.WritableStream,
): Promise<readonly string[]> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: input.isTTY === true })
  // Ctrl+C is a key like any other while the terminal hands on each of them.
  lines.on('SIGINT', () => lines.close())
  const answers: string[] = []
  try {
    const each = lines[Symbol.asyncIterator]()
    for (const question of questions) {
      output.write(question)
      const { value, done } = await each.next()
      output.write('\n')
      if (done === true) break
      answers.push(value)
    }
  } finally {
    lines.close()
  }
  return answers
}
