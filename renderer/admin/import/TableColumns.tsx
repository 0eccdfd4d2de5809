import type { PlannedTable } from '../../core/admin/import.ts'
import type { TableSettings } from '../../core/curation.ts'
import { DATE_ORDERS } from '../../core/date-order.ts'
import { Choice } from '../kit/Choice.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { fieldOf, stillLacking, withMeaning } from './proposed-columns.ts'
import { RowSlides } from './RowSlides.tsx'

interface Props {
  readonly table: PlannedTable
  readonly settings: TableSettings
  readonly source: string
  readonly onChange: (settings: TableSettings) => void
}

/** Cells of a column that are told beside its header. */
const CELLS = 2
/** Set by the kind itself. */
const NEVER_WRITTEN: readonly string[] = ['continued', 'continues', 'doubts']

/** Asks which column is which, with the first rows drawn as the slides that they would be. */
export function TableColumns({ table, settings, source, onChange }: Props) {
  const { imports: words } = useWords()
  return (
    <div className="mapping">
      <div className="mapping-table">
        <Lacking table={table} settings={settings} source={source} />
        <table>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {table.headers.map((header) => (
              <tr key={header}>
                <th scope="row">
                  <bdi>{header}</bdi>
                  <Cells table={table} header={header} />
                </th>
                <td>
                  <Meaning table={table} settings={settings} header={header} onChange={onChange} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {table.asksDates ? <Dates settings={settings} onChange={onChange} /> : null}
      </div>
      <RowSlides table={table} settings={settings} source={source} />
    </div>
  )
}

function Cells({ table, header }: Pick<Props, 'table'> & { readonly header: string }) {
  const cells = table.rows.map((row) => row[header]?.trim() ?? '').filter((cell) => cell !== '')
  return (
    <>
      {cells.slice(0, CELLS).map((cell, at) => (
        // Two people may have said the same.
        <span key={`${at} ${cell}`} className="cell quiet">
          <bdi>{cell}</bdi>
        </span>
      ))}
    </>
  )
}

function Meaning(props: Omit<Props, 'source'> & { readonly header: string }) {
  const { table, settings, header, onChange } = props
  const { imports: words, fields } = useWords()
  const chosen = fieldOf(header, settings)
  const nameOf = (field: string): string =>
    `${fields[field] ?? field}${table.lacking.includes(field) ? ` (${words.required})` : ''}`
  const offered = table.fields.filter((field) => !NEVER_WRITTEN.includes(field))
  const options = [...new Set([...offered, ...(chosen === '' ? [] : [chosen])])]
  return (
    <Choice
      label={words.meaningOf(header)}
      value={chosen}
      options={[
        { value: '', label: words.unused },
        ...options.map((field) => ({ value: field, label: nameOf(field) })),
      ]}
      onChange={(field) => onChange(withMeaning(settings, header, field))}
    />
  )
}

function Lacking({ table, settings, source }: Omit<Props, 'onChange'>) {
  const { imports: words, fields } = useWords()
  const formats = useFormats()
  const lacking = stillLacking(table, settings, source)
  return (
    <p aria-live="polite" className="signal">
      {lacking.length === 0
        ? ''
        : words.lacking(formats.list(lacking.map((field) => fields[field] ?? field)))}
    </p>
  )
}

function Dates({ settings, onChange }: Pick<Props, 'settings' | 'onChange'>) {
  const { imports: words } = useWords()
  return (
    <Choice
      label={words.dates}
      value={settings.dates ?? ''}
      options={[
        ...(settings.dates === undefined ? [{ value: '' as const, label: words.datesOpen }] : []),
        ...DATE_ORDERS.map((value) => ({ value, label: words.dateOrder[value] })),
      ]}
      onChange={(dates) => dates !== '' && onChange({ ...settings, dates })}
    />
  )
}
