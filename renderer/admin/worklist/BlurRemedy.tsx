import { useState } from 'react'
import { blurParts } from '../../core/admin/blur-parts.ts'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { useMediaUrl } from '../../ui/media-url.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useWords } from '../words/use-words.ts'
import { type Box, BoxFrame } from './BoxFrame.tsx'

const FIRST: Box = { x: 0.35, y: 0.25, width: 0.3, height: 0.3 }
/** What is written in shares, to a thousandth: a pixel of any wall. */
const rounded = (share: number): number => Math.round(share * 1_000) / 1_000

/** A part of the picture that nobody may recognise, drawn as a frame; of what has no ground to be seen, without the picture. */
export function BlurRemedy({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words } = useWords()
  const urlOf = useMediaUrl()
  const [id = ''] = entry.ids
  const { answer } = useAsked('item', [{ id }])
  const [box, setBox] = useState(FIRST)
  if (!answer?.ok) return null
  const { fields, views } = answer.item
  const picture = views[0]?.item.media['picture']
  const before = blurParts(fields.find(({ name, of }) => name === 'blur' && of === 'body')?.value)
  function blur(): void {
    const { x, y, width, height } = box
    const part = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) }
    void change({ type: 'fields', items: [id], fields: { blur: [...before, part] } })
  }
  return (
    <details className="blur">
      <summary>{words.blur}</summary>
      <div className="form">
        <p className="quiet">{words.blurHint}</p>
        {picture ? null : <p className="quiet">{words.blurNoPicture}</p>}
        <BoxFrame box={box} onChange={setBox} label={words.blurFrame}>
          {picture ? <img src={urlOf(picture)} alt={entry.title ?? ''} draggable={false} /> : null}
        </BoxFrame>
        {before.length > 0 ? <p className="quiet">{words.blurBoxes(before.length)}</p> : null}
        <Button weight="main" onPress={blur}>
          {words.blurDo}
        </Button>
      </div>
    </details>
  )
}
