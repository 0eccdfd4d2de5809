/**
 * Transcription tools write times in more ways than the standard's parser takes: minutes beyond 59, hours of one or
 * three digits, a comma, no space around the arrow or before a setting, no blank line between two captions.
 */

const TIME = String.raw`(?:\d{1,4}:)?\d{1,4}:\d{1,2}(?:[.,]\d{1,3})?`
const TIMING = new RegExp(String.raw`^[ \t]*(${TIME})[ \t]*-->[ \t]*(${TIME})(?![\d.:])[ \t]*(.*)$`)
const MOST_MS = 100 * 3_600_000

/** The same captions with their times as the standard writes them. Lines that are no times are left as they are. */
export function standardTimings(text: string): string {
  const out: string[] = []
  let inWords = false
  for (const line of text.split('\n')) {
    const [, from, to, settings = ''] = TIMING.exec(line) ?? []
    const timing = from === undefined || to === undefined ? undefined : written(from, to, settings)
    // Words of one caption, and at once the times of the next: the blank line between them is missing.
    if (timing !== undefined && inWords) out.push('')
    out.push(timing ?? line)
    inWords = timing !== undefined || (inWords && line.trim() !== '')
  }
  return out.join('\n')
}

function written(from: string, to: string, settings: string): string | undefined {
  const [fromMs, toMs] = [milliseconds(from), milliseconds(to)]
  if (fromMs >= MOST_MS || toMs >= MOST_MS) return undefined
  // Places on the picture, as DVD tools write them into SRT.
  const own = settings.replace(/\b[XY][12]:\d+\s*/g, '').trim()
  return `${standard(fromMs)} --> ${standard(toMs)}${own === '' ? '' : ` ${own}`}`
}

function milliseconds(time: string): number {
  const [clock = '', fraction = '0'] = time.split(/[.,]/)
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds * 1_000 + Number(fraction.padEnd(3, '0'))
}

function standard(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}.${String(ms % 1_000).padStart(3, '0')}`
}
