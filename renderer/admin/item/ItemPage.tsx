import { useState } from 'react'
import type { ItemDetail } from '../../core/admin/find.ts'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { routeTo } from '../shell/route.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { FieldsForm } from './FieldsForm.tsx'
import { Files } from './Files.tsx'
import { Preview, SHAPES, type ShapeName } from './Preview.tsx'
import { StandingPart } from './StandingPart.tsx'

/** Everything about one item, and how to change it. */
export function ItemPage({ id }: { readonly id: string }) {
  const { item: words } = useWords()
  const spoken = useSpoken()
  const [shape, setShape] = useState<ShapeName>('landscape')
  const { answer, error, again } = useAsked('item', [{ id, shape: SHAPES[shape] }])
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
      {answer?.ok ? <Parts item={answer.item} shape={shape} onShape={setShape} /> : null}
    </>
  )
}

interface Props {
  readonly item: ItemDetail
  readonly shape: ShapeName
  readonly onShape: (shape: ShapeName) => void
}

function Parts({ item, shape, onShape }: Props) {
  const { kinds } = useWords()
  return (
    <>
      <h1 dir="auto">{item.title}</h1>
      <p className="quiet">
        {kinds[item.kind] ?? item.kind}, <bdi>{item.path}</bdi>
      </p>
      <div className="item-parts">
        <div>
          <Preview item={item} shape={shape} onShape={onShape} />
          <FieldsForm item={item} />
        </div>
        <div>
          <StandingPart item={item} />
          <DecisionForm key={JSON.stringify(item.decision)} item={item} />
          <Files item={item} />
        </div>
      </div>
    </>
  )
}
