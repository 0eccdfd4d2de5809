import type { Refusal } from '../../core/admin/change-answer.ts'
import type { ImportPlan, PlannedTable } from '../../core/admin/import.ts'
import { BasisForm } from '../kit/BasisForm.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { answersOf, filesTaken, isOpen, stillOpen } from './answers.ts'
import { FileList } from './FileList.tsx'
import { bringIn, give, giveTable, leave, useImport } from './import-state.ts'
import { KindOfAll } from './KindOfAll.tsx'
import { asksColumns } from './proposed-columns.ts'
import { TableColumns } from './TableColumns.tsx'

interface Props {
  readonly plan: ImportPlan
  readonly refusal: Refusal | undefined
}

/** What goes where, what is left out and why, and all that has to be asked before. */
export function PlanView({ plan, refusal }: Props) {
  const { imports: words } = useWords()
  const formats = useFormats()
  const given = useImport((state) => state.given)
  const taken = filesTaken(plan, given)
  const ids = new Set(taken.map(({ id }) => id))
  const tables = plan.tables.filter(({ id }) => ids.has(id))
  return (
    <div className="plan">
      <p className="lead">
        {taken.length === 0 ? words.planNone : words.plan(taken.length, formats.number(taken.length))}
      </p>
      {refusal ? <Refused refusal={refusal} /> : null}
      <section aria-label={words.goes}>
        <h2>{words.goes}</h2>
        <KindOfAll plan={plan} given={given} />
        <FileList plan={plan} given={given} />
      </section>
      {plan.refused.length === 0 ? null : <LeftOut refused={plan.refused} />}
      {taken.length === 0 ? null : (
        <section aria-label={words.from}>
          <h2>{words.from}</h2>
          <Field label={words.source} value={given.source} onChange={(source) => give({ source })} />
        </section>
      )}
      {oneOfEach(tables).map((table) => (
        <Columns key={table.key} table={table} plan={plan} />
      ))}
      {taken.length === 0 ? null : (
        <section aria-label={words.consent}>
          <h2>{words.consent}</h2>
          {plan.asksConsent ? (
            <BasisForm
              draft={given.basis}
              onChange={(basis) => give({ basis })}
              answers={['agreed', 'published', 'not-yet']}
            />
          ) : (
            <p className="quiet">{words.noConsent}</p>
          )}
        </section>
      )}
      <Finish plan={plan} />
    </div>
  )
}

/** Tables of one header are asked about once. */
function oneOfEach(tables: readonly PlannedTable[]): readonly PlannedTable[] {
  return [...new Map([...tables].reverse().map((table) => [table.key, table])).values()].reverse()
}

function Columns({ table, plan }: { readonly table: PlannedTable; readonly plan: ImportPlan }) {
  const { imports: words } = useWords()
  const settings = useImport((state) => state.given.tables[table.key]) ?? {}
  const source = useImport((state) => state.given.source)
  const name = plan.files.find(({ id }) => id === table.id)?.name ?? ''
  const form = (
    <TableColumns
      table={table}
      settings={settings}
      source={source}
      onChange={(changed) => giveTable(table.key, changed)}
    />
  )
  if (!asksColumns(table))
    return (
      <details className="columns">
        <summary>{words.asItIs(name)}</summary>
        <p className="quiet">{words.known}</p>
        {form}
      </details>
    )
  return (
    <section className="columns" aria-label={words.columns(name)}>
      <h2>{words.columns(name)}</h2>
      <p className="quiet">{words.columnsHint}</p>
      {form}
    </section>
  )
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { imports: words } = useWords()
  const spoken = useSpoken()
  return (
    <div className="trouble" role="alert">
      <p>
        <strong className="signal">{words.failed}</strong> {spoken(refusal.message)}
      </p>
      <p>{spoken(refusal.hint)}</p>
    </div>
  )
}

/** Each reason is said once; of ten thousand files that it keeps out a few are named. */
const NAMED = 8

function LeftOut({ refused }: { readonly refused: readonly Refusal[] }) {
  const { imports: words } = useWords()
  const spoken = useSpoken()
  const formats = useFormats()
  return (
    <section aria-label={words.isLeftOut}>
      <h2>{words.isLeftOut}</h2>
      <ul className="rows">
        {[...Map.groupBy(refused, ({ message, hint }) => `${message} ${hint}`)].map(([why, those]) => (
          <li key={why}>
            <p className="title">
              <bdi>
                {those
                  .slice(0, NAMED)
                  .map(({ path = '' }) => path)
                  .join(', ')}
              </bdi>
              {those.length > NAMED ? ` ${words.more2(formats.number(those.length - NAMED))}` : ''}
            </p>
            <p>{spoken(those[0]?.message ?? '')}</p>
            <p className="quiet">{spoken(those[0]?.hint ?? '')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Finish({ plan }: { readonly plan: ImportPlan }) {
  const { imports: words } = useWords()
  const formats = useFormats()
  const given = useImport((state) => state.given)
  const count = filesTaken(plan, given).length
  const open = stillOpen(plan, given)
  const asked = [
    ...(open.kinds > 0 ? [words.chooseKind(open.kinds)] : []),
    ...(open.areDatesOpen ? [words.chooseDates] : []),
    ...(open.isSourceOpen ? [words.chooseSource] : []),
    ...(open.isBasisOpen ? [words.chooseBasis] : []),
  ]
  const isWithheld = plan.asksConsent && given.basis.type === 'not-yet'
  return (
    <div className="finish">
      <p className="quiet" aria-live="polite">
        {asked.length > 0 && count > 0 ? `${words.choose} ${formats.list(asked)}.` : ''}
      </p>
      <p className="actions">
        <Button
          weight="main"
          isDisabled={count === 0 || isOpen(open)}
          onPress={() => void bringIn(plan, answersOf(plan, given))}
        >
          {(isWithheld ? words.goWithheld : words.go)(count, formats.number(count))}
        </Button>
        <Button onPress={leave}>{words.drop2}</Button>
      </p>
    </div>
  )
}
