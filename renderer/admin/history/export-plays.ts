import type { HistoryQuestion } from '../../core/admin/history.ts'
import { bridge } from '../bridge.ts'
import { saveFile } from '../kit/save-file.ts'

/** Every play of the range, to a file that the system's dialog asks for; `said` is told when it is there. */
export async function exportPlays({ from, to, screen }: HistoryQuestion, said: string): Promise<void> {
  const parts: string[] = []
  let after: number | undefined = 0
  while (after !== undefined) {
    const part: { text: string; next?: number | undefined } = await bridge.call('historyExport', {
      from,
      to,
      ...(screen === undefined ? {} : { screen }),
      after,
    })
    parts.push(part.text)
    after = part.next
  }
  await saveFile(`plays-${from}-${to}.csv`, parts.join(''), said)
}
