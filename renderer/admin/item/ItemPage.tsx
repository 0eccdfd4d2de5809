import { useEffect, useRef, useState } from 'react'
import type { ItemDetail, ScreenShape } from '../../core/admin/find.ts'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useMirror } from '../mirror.ts'
import { PictureEditor } from '../picture/PictureEditor.tsx'
import { routeTo } from '../shell/route.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'
import { ConsentPart } from './ConsentPart.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { FieldsForm } from './FieldsForm.tsx'
import { Files } from './Files.tsx'
import { Preview } from './Preview.tsx'
import { StandingPart } from './StandingPart.tsx'
import { type Look, type LookQuestion, questionOf } from './shapes.ts'
import { useItemDraft } from './use-item-draft.ts'

/** Everything about one item, and how to change it. */
export function ItemPage({ id }: { readonly id: string }) {
  const { item: words } = useWords()
  const spoken = useSpoken()
  const [look, setLook] = useState<Look>()
  const [screens, setScreens] = useState<readonly ScreenShape[]>([])
  const question = questionOf(look, screens)
  const isOn = useMirror(
    ({ snapshot }) => snapshot?.wall.type === 'play' && snapshot.wall.play.item.id === id,
  )
  const { answer, error, again } = useAsked(
    'item',
    [{ id, ...question }],
    isOn ? { everyMs: COUNTED_MS } : {},
  )
  const told = answer?.ok ? answer.item.screens : undefined
  // The first answer tells which screens there are; what follows is asked for one of them.
  if (told && JSON.stringify(told) !== JSON.stringify(screens)) setScreens(told)
  return (
    <>
      <p>
        <a href={routeTo('library')}>{words.back}</a>
      </p>
      {answer === undefined && error === undefined ? <Waiting /> : null}
      {error !== undefined && answer === undefined ? <Trouble error={error} onAgain={again} /> : null}
      {answer?.ok === false ? (
        <Empty title={words.gone}>
          <p>{spoken(answer.message)}</p>
          <p className="quiet">{spoken(answer.hint)}</p>
        </Empty>
      ) : null}
      {answer?.ok ? (
        <Parts
          key={answer.item.id}
          item={answer.item}
          look={look ?? `screen:${answer.item.screens[0]?.view.name ?? ''}`}
          question={question}
          onLook={setLook}
        />
      ) : null}
    </>
  )
}

/** Of a slide that was painted no news come, and with it its item was shown once more, ms. */
const COUNTED_MS = 1_500

interface Props {
  readonly item: ItemDetail
  readonly look: Look
  readonly question: LookQuestion
  readonly onLook: (look: Look) => void
}

function Parts({ item, look, question, onLook }: Props) {
  const draft = useItemDraft(item, question)
  const { kinds, picture } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Whoever came by the list or an address reads on from here; whoever walks through the places stays on her way.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <h1 dir="auto" tabIndex={-1} ref={heading}>
        {item.title}
      </h1>
      <p className="quiet">
        {kinds[item.kind] ?? item.kind}, <bdi>{item.path}</bdi>
      </p>
      <div className="item-parts">
        <div>
          <Preview
            item={item}
            look={look}
            question={question}
            onLook={onLook}
            would={draft.tried?.ok ? draft.tried.views : undefined}
          />
          {item.kind === 'photo' && item.kept === 'file' ? (
            <section aria-labelledby="picture">
              <h2 id="picture">{picture.title}</h2>
              <PictureEditor item={item} />
            </section>
          ) : null}
          <FieldsForm item={item} draft={draft} />
        </div>
        <div>
          <StandingPart item={item} />
          <ConsentPart item={item} />
          <DecisionForm item={item} />
          <Files item={item} />
        </div>
      </div>
    </>
  )
}
