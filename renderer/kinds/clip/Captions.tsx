import { direction } from '../../core/text.ts'
import { messages } from '../../ui/messages.ts'
import { u } from '../../ui/stage.ts'
import { Label, We } from '../../ui/Text.tsx'
import type { CaptionPage } from '../call/caption-pages.ts'
import { nameOf, Spoken } from '../call/Spoken.tsx'
import type { Speaker } from '../call/schema.ts'
import { lineText } from '../call/tokens.ts'

interface CaptionsProps {
  readonly page: CaptionPage
  readonly index: number
  readonly speaker: Speaker | undefined
  readonly c: number
  readonly lang: string
  readonly audible: boolean
  readonly language: string
}

/** Who speaks, that there is nothing to hear where sound is off, and the words as they are said. */
export function Captions({ page, index, speaker, c, lang, audible, language }: CaptionsProps) {
  const dir = direction(page.lines.map(lineText).join(' '))
  return (
    <div dir={dir}>
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'baseline',
          gap: u(1.2),
          height: u(2.1),
        }}
      >
        <We c={1} strong dir={dir} style={{ lineHeight: 1.2 }}>
          {speaker ? (speaker.label ?? nameOf(speaker)) : ''}
        </We>
        {audible ? null : <Label style={{ whiteSpace: 'nowrap' }}>{messages(language).soundOff}</Label>}
      </div>
      <Spoken key={index} page={page} index={index} speaker={speaker} c={c} lang={lang} live cut />
    </div>
  )
}
