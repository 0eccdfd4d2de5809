import type { HistoryQuestion } from '../../core/admin/history.ts'
import { bridge } from '../bridge.ts'
import { tell } from '../kit/tell.ts'

/** Every play of the range, to a file that the system's dialog asks for. */
export async function exportPlays({ from, to, screen }: HistoryQuestion): Promise<void> {
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
  const saved = await bridge.call('saveFile', { name: `plays-${from}-${to}.csv`, text: parts.join('') })
  if (!saved.ok) tell({ type: 'refused', refusal: saved })
}
