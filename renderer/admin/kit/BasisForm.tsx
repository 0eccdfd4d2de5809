import { CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components'
import { AUDIENCES } from '../../core/item.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Check } from './Check.tsx'
import { type BasisDraft, lacksOf } from './consent-draft.ts'
import { DayField } from './DayField.tsx'
import { Field } from './Field.tsx'

interface Props {
  readonly draft: BasisDraft
  readonly onChange: (draft: BasisDraft) => void
  /** What may be answered; of a face or a voice that it was published is no ground. */
  readonly answers: readonly ('agreed' | 'published' | 'not-yet')[]
}

/** Asks on what ground people may be seen and heard. */
export function BasisForm({ draft, onChange, answers }: Props) {
  const { consent: words } = useWords()
  const labels = { agreed: words.agreed, published: words.published, 'not-yet': words.notYet }
  return (
    <div className="basis">
      {answers.length > 1 ? (
        <RadioGroup
          className="radios stacked"
          value={draft.type === 'unsaid' ? null : draft.type}
          onChange={(value) => {
            const type = answers.find((each) => each === value)
            if (type) onChange({ ...draft, type })
          }}
        >
          <Label>{words.basis}</Label>
          {answers.map((answer) => (
            <Radio key={answer} value={answer}>
              {labels[answer]}
            </Radio>
          ))}
        </RadioGroup>
      ) : null}
      {draft.type === 'agreed' ? <Agreed draft={draft} onChange={onChange} /> : null}
      {draft.type === 'published' ? (
        <Field label={words.place} value={draft.place} onChange={(place) => onChange({ ...draft, place })} />
      ) : null}
      <Lacks draft={draft} />
    </div>
  )
}

function Agreed({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { consent: words } = useWords()
  const set = (part: Partial<BasisDraft>): void => onChange({ ...draft, ...part })
  return (
    <div className="basis-fields">
      <Field label={words.who} value={draft.who} onChange={(who) => set({ who })} />
      <div className="row">
        <DayField label={words.given} value={draft.given} onChange={(given) => set({ given })} />
        <DayField label={words.until} value={draft.expires} onChange={(expires) => set({ expires })} />
      </div>
      <div className="checks">
        <p className="quiet">{words.purposes}</p>
        <Check isSelected={draft.display} onChange={(display) => set({ display })}>
          {words.display}
        </Check>
      </div>
      <CheckboxGroup
        className="checks"
        value={[...draft.audience]}
        onChange={(chosen) => set({ audience: AUDIENCES.filter((each) => chosen.includes(each)) })}
      >
        <Label>{words.audience}</Label>
        {AUDIENCES.map((each) => (
          <Check key={each} value={each}>
            {words.audienceOf[each]}
          </Check>
        ))}
      </CheckboxGroup>
      <Field
        label={words.otherPurposes}
        value={draft.otherPurposes}
        onChange={(otherPurposes) => set({ otherPurposes })}
      />
      <div className="row">
        <Field label={words.collected} value={draft.collected} onChange={(collected) => set({ collected })} />
        <Field
          label={words.controller}
          value={draft.controller}
          onChange={(controller) => set({ controller })}
        />
      </div>
    </div>
  )
}

function Lacks({ draft }: Pick<Props, 'draft'>) {
  const { consent: words } = useWords()
  const formats = useFormats()
  const lacks = lacksOf(draft)
  return (
    <p className="quiet" aria-live="polite">
      {lacks.length === 0 ? '' : `${words.lacks} ${formats.list(lacks.map((lack) => words.lack[lack]))}.`}
    </p>
  )
}
