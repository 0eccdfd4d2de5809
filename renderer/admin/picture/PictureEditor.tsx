import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { ItemDetail } from '../../core/admin/find.ts'
import type { Box } from '../../core/item.ts'
import { Conflict, type Sides } from '../item/Conflict.tsx'
import { Button } from '../kit/Button.tsx'
import { useWords } from '../words/use-words.ts'
import { Backdrop, wholeOf } from './Backdrop.tsx'
import { PictureArea, type Tool } from './PictureArea.tsx'
import { draftOf, type PictureDraft } from './picture-draft.ts'
import { savePicture } from './save-picture.ts'
import { useOriginal } from './use-original.ts'

const TOOLS = ['blur', 'crop', 'focal'] as const
const FIRST_BLUR: Box = { x: 0.35, y: 0.25, width: 0.3, height: 0.3 }
const FIRST_CROP: Box = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 }

/** Blurs parts of a photograph, crops it, and says what matters in it: by mouse or by keys, and nothing before it is saved. */
export function PictureEditor({ item }: { readonly item: ItemDetail }) {
  const { picture: words, item: common } = useWords()
  const { original, ask } = useOriginal(item.id)
  const [tool, setTool] = useState<Tool>('blur')
  const [edited, setDraft] = useState<PictureDraft>()
  // What the file said, and what was drawn on, with the first line: what somebody else writes after that is a conflict, not our beginning.
  const [begun, setBegun] = useState<ItemDetail>()
  const [conflict, setConflict] = useState<Sides>()
  const beginning = (edited && begun) ?? item
  const before = draftOf(beginning.fields, original?.ok ? original.original : undefined)
  const draft = edited ?? before
  function setEdited(draft: PictureDraft | undefined): void {
    setBegun(draft && beginning)
    setDraft(draft)
  }

  function blurAt(at: number, box: Box | undefined): void {
    const part = { written: undefined, box }
    const parts =
      at < draft.blur.length
        ? draft.blur.map((each, index) => (index === at ? part : each))
        : [...draft.blur, part]
    setEdited({ ...draft, blur: box ? parts : draft.blur.filter((_, index) => index !== at) })
  }
  function add(): void {
    if (tool === 'blur') blurAt(draft.blur.length, FIRST_BLUR)
    else if (tool === 'crop') setEdited({ ...draft, crop: draft.crop ?? FIRST_CROP })
    else setEdited({ ...draft, focal: draft.focal ?? { x: 0.5, y: 0.42 } })
  }
  async function save(isForced: boolean): Promise<void> {
    const sides = await savePicture(beginning, before, draft, isForced)
    setConflict(sides === 'saved' || sides === 'refused' ? undefined : sides)
    if (sides === 'saved') setEdited(undefined)
  }
  return (
    <div className="picture-editor form">
      <p className="quiet">{words.hint}</p>
      <Backdrop title={item.title} whole={wholeOf(item, beginning)} original={original} onAsk={ask}>
        {(picture) => (
          <PictureArea
            draft={draft}
            tool={tool}
            onBlur={blurAt}
            onCrop={(crop) => setEdited({ ...draft, crop })}
            onFocal={(focal) => setEdited({ ...draft, focal })}
          >
            {picture}
          </PictureArea>
        )}
      </Backdrop>
      <RadioGroup
        className="radios"
        value={tool}
        onChange={(value) => setTool(TOOLS.find((each) => each === value) ?? 'blur')}
      >
        <Label>{words.tool}</Label>
        {TOOLS.map((each) => (
          <Radio key={each} value={each}>
            {words.tools[each]}
          </Radio>
        ))}
      </RadioGroup>
      <p className="actions">
        <Button
          onPress={add}
          isDisabled={
            (tool === 'crop' && draft.crop !== undefined) || (tool === 'focal' && draft.focal !== undefined)
          }
        >
          {words.add[tool]}
        </Button>
        {draft.crop ? (
          <Button onPress={() => setEdited({ ...draft, crop: undefined })}>{words.uncrop}</Button>
        ) : null}
        {draft.focal ? (
          <Button onPress={() => setEdited({ ...draft, focal: undefined })}>{words.unfocus}</Button>
        ) : null}
      </p>
      <Parts draft={draft} onRemove={(at) => blurAt(at, undefined)} />
      {conflict ? (
        <Conflict
          sides={conflict}
          onMine={() => void save(true)}
          onTheirs={() => {
            setConflict(undefined)
            setEdited(undefined)
          }}
        />
      ) : null}
      <p className="actions">
        <Button weight="main" isDisabled={!edited} onPress={() => void save(false)}>
          {words.save}
        </Button>
        <Button isDisabled={!edited} onPress={() => setEdited(undefined)}>
          {common.asItWas}
        </Button>
        {edited ? <span role="status">{common.notYet}</span> : null}
      </p>
    </div>
  )
}

function Parts({
  draft,
  onRemove,
}: {
  readonly draft: PictureDraft
  readonly onRemove: (at: number) => void
}) {
  const { picture: words, form } = useWords()
  if (draft.blur.length === 0) return null
  return (
    <ul className="parts">
      {draft.blur.map(({ box }, at) => (
        // Parts are told from each other by their place in the list alone.
        <li key={at}>
          {words.part(at + 1)}
          {box ? '' : ` (${words.unseen})`}{' '}
          <Button
            weight="plain"
            aria-label={form.ofEntry(form.remove, words.part(at + 1))}
            onPress={() => onRemove(at)}
          >
            {form.remove}
          </Button>
        </li>
      ))}
    </ul>
  )
}
