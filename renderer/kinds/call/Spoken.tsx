import type { CSSProperties } from 'react'
import { direction } from '../../core/text.ts'
import { scriptOf } from '../../ui/script.ts'
import { opticalSize } from '../../ui/stage.ts'
import type { CaptionPage } from './caption-pages.ts'
import type { Speaker } from './schema.ts'
import { lineText } from './tokens.ts'

interface SpokenProps {
  readonly page: CaptionPage
  /** Index of the page, by which the clock finds its words. */
  readonly index: number
  readonly speaker: Speaker | undefined
  readonly c: number
  readonly lang: string
  /** Words turn to ink as they are spoken; otherwise all of them have been. */
  readonly live: boolean
  /** Lines as they were cut; otherwise they run on. */
  readonly cut: boolean
}

/** The words of one page: serif where a customer speaks, sans where we do. */
export function Spoken({ page, index, speaker, c, lang, live, cut }: SpokenProps) {
  const text = page.lines.map(lineText).join(' ')
  const ours = speaker?.role === 'us'
  return (
    <p
      className={`call-words ${ours ? `we${c > 1.2 ? ' lead' : ''}` : 'they'}`}
      style={{ '--c': c, '--o': opticalSize(c) } as CSSProperties}
      lang={lang}
      dir={direction(text)}
      data-script={scriptOf(text)}
      data-text=""
      data-page={live ? index : undefined}
    >
      {page.lines.map((line, row) => (
        <span key={row} className={cut ? 'line' : undefined}>
          {line.map((word, place) => (
            <span key={place}>
              {(place > 0 || (row > 0 && !cut)) && word.spaced ? ' ' : ''}
              <span className={live ? 'word' : undefined}>{word.text}</span>
            </span>
          ))}
        </span>
      ))}
    </p>
  )
}

/** How the wall names a speaker above the words: us by what we are called, her by what she was. */
export function nameOf(speaker: Speaker | undefined): string {
  if (!speaker) return ''
  return speaker.role === 'us' ? (speaker.label ?? speaker.name) : speaker.name
}
