import type { PlannedTable } from '../../core/admin/import.ts'
import type { RowPreview } from '../../core/admin/row-preview.ts'
import type { TableSettings } from '../../core/curation.ts'
import { SlidePreview } from '../kit/SlidePreview.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useMirror } from '../mirror.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'

interface Props {
  readonly table: PlannedTable
  readonly settings: TableSettings
  readonly source: string
}

/** Rows that are drawn: enough to see whether they are what was meant. */
const ROWS = 3
/** In place of a source that is still to be said. */
const OPEN = '…'

/** The first rows as the real slides, drawn anew with every column that is named. */
export function RowSlides({ table, settings, source }: Props) {
  const { imports: words } = useWords()
  const { answer = [] } = useAsked('previewRows', [
    {
      kind: table.kind,
      headers: [...table.headers],
      rows: table.rows.slice(0, ROWS).map((row) => ({ ...row })),
      table: settings,
      // What nobody has said yet must not keep the columns from being seen.
      source: source.trim() || OPEN,
    },
  ])
  return (
    <div className="row-slides">
      <h3>{words.preview}</h3>
      <ol>
        {answer.map((row, at) => (
          // Rows have no other name than their place.
          <li key={`row ${at + 1}`}>
            <p className="quiet">{words.previewOf(at + 1)}</p>
            <RowSlide row={row} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function RowSlide({ row }: { readonly row: RowPreview }) {
  const { imports: words } = useWords()
  const spoken = useSpoken()
  const room = useMirror((mirror) => mirror.snapshot?.room)
  const screen = useMirror((mirror) => mirror.snapshot?.screen)
  switch (row.is) {
    case 'blank':
      return <p className="no-slide">{words.previewBlank}</p>
    case 'refused':
      return (
        <div className="no-slide">
          <p>{words.previewRefused}</p>
          {row.reasons.map((reason) => (
            <p key={reason} className="quiet">
              {spoken(reason)}
            </p>
          ))}
        </div>
      )
    case 'slides': {
      const [view] = row.views
      return view && room && screen ? <SlidePreview play={view} room={room} screen={screen} /> : null
    }
  }
}
