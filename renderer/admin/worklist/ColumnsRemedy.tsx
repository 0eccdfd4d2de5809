import { useEffect, useState } from 'react'
import type { PlannedTable } from '../../core/admin/import.ts'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import type { TableSettings } from '../../core/curation.ts'
import { bridge } from '../bridge.ts'
import { proposedColumns } from '../import/proposed-columns.ts'
import { TableColumns } from '../import/TableColumns.tsx'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { Waiting } from '../kit/States.tsx'
import { useMirror } from '../mirror.ts'
import { useWords } from '../words/use-words.ts'
import { FileText } from './FileText.tsx'

/** Asks which column of a table of the folder is which, as an import does; nothing is copied. */
export function ColumnsRemedy({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words } = useWords()
  const folder = useMirror((mirror) => mirror.snapshot?.room.folder ?? '')
  const [table, setTable] = useState<PlannedTable | 'none'>()
  const [settings, setSettings] = useState<TableSettings>({})
  useEffect(() => {
    let isLate = false
    void tableOf(folder, entry.path).then((found) => {
      if (isLate) return
      setTable(found ?? 'none')
      if (found) setSettings(proposedColumns(found))
    })
    return () => {
      isLate = true
    }
  }, [folder, entry.path])
  if (table === undefined) return <Waiting />
  if (table === 'none') return <FileText entry={entry} />
  return (
    <>
      <TableColumns table={table} settings={settings} source="" onChange={setSettings} />
      <p className="actions">
        <Button weight="main" onPress={() => void change({ type: 'table', key: table.key, table: settings })}>
          {words.setColumns}
        </Button>
      </p>
    </>
  )
}

/** Its kind is that of the folder in which it lies: what it looks like says little, or its columns would be known. */
async function tableOf(folder: string, path: string): Promise<PlannedTable | undefined> {
  const into = path.split('/').slice(0, -1).join('/')
  const question = { paths: [`${folder}/${path}`], ...(into === '' ? {} : { into }) }
  const plan = await bridge.call('planImport', question).catch(() => undefined)
  return plan?.ok ? plan.tables[0] : undefined
}
