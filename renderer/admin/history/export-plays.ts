import type { HistoryQuestion } from '../../core/admin/history.ts'
import type { ExportPart } from '../../core/admin/ledger.ts'
import { bridge } from '../bridge.ts'
import { asTask } from '../kit/local-tasks.ts'
import { saveFile } from '../kit/save-file.ts'

/** Every play of the range, to a file that the system's dialog asks for; `said` is told when it is there. */
export async function exportPlays({ from, to, screen }: HistoryQuestion, said: string): Promise<void> {
  const name = `plays-${from}-${to}.csv`
  const where = { from, to, ...(screen === undefined ? {} : { screen }) }
  const text = await asTask('export', name, async ({ signal, tell }) => {
    const parts: string[] = []
    for (let after: number | undefined = 0; after !== undefined && !signal.aborted; ) {
      const part: ExportPart = await bridge.call('historyExport', { ...where, after })
      parts.push(part.text)
      after = part.next
      tell(parts.length)
    }
    return parts.join('')
  })
  if (text !== undefined) await saveFile(name, text, said)
}
