import { useEffect, useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { readHours, weekOf } from '../../../core/week-hours.ts'
import { linesOf } from '../../../core/week-lines.ts'
import { useWords } from '../../words/use-words.ts'
import type { WeekDraft } from './use-week.ts'
import type { Layer } from './week-view.ts'

interface Props {
  readonly lines: readonly string[] | undefined
  readonly layer: Layer
  readonly draft: WeekDraft
}

/** The same times as a line of text, as room.yaml has them: quick to type, and the way for whoever sees no calendar. */
export function LayerText({ lines, layer, draft }: Props) {
  const { order: words } = useWords()
  const told = draft.isPending ? linesOf(draft.week).join('; ') : (lines ?? ['daily']).join('; ')
  const [text, setText] = useState(told)
  useEffect(() => setText(told), [told])
  const parts = text.split(';').flatMap((part) => part.trim() || [])
  const wrong = parts.map((part) => ({ part, read: readHours(part) })).find(({ read }) => !read.ok)
  const error =
    parts.length === 0 ? words.noTimes : wrong && !wrong.read.ok ? `${wrong.part} ${wrong.read.error}` : ''

  function take(): void {
    if (error === '' && text !== told) draft.set(weekOf(parts))
  }

  return (
    <TextField className="layer-text" value={text} onChange={setText} onBlur={take} isInvalid={error !== ''}>
      <Label>
        {words.asText(layer.of === 'daypart' ? words.daypart(layer.name) : words.layers[layer.of])}
      </Label>
      <Input
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      <FieldError>{error}</FieldError>
    </TextField>
  )
}
