import { direction } from '../../core/text.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import type { CaptionPage } from './caption-pages.ts'
import { nameOf, Spoken } from './Spoken.tsx'
import type { Speaker } from './schema.ts'
import { lineText } from './tokens.ts'

interface MainVoiceProps {
  readonly page: CaptionPage
  readonly index: number
  readonly speaker: Speaker | undefined
  readonly c: number
  readonly lang: string
}

/** Whoever is heard now, by name, and the words that turn to ink. */
export function MainVoice({ page, index, speaker, c, lang }: MainVoiceProps) {
  const dir = direction(page.lines.map(lineText).join(' '))
  return (
    <div data-rise="3" dir={dir}>
      <We c={1} strong style={{ lineHeight: 1.2, marginBottom: u(0.35) }} dir={dir}>
        {nameOf(speaker)}
      </We>
      <Spoken key={index} page={page} index={index} speaker={speaker} c={c} lang={lang} live cut />
    </div>
  )
}
