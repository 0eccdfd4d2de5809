import { bridge } from '../bridge.ts'
import { tell, tellFailure } from './tell.ts'

/** Asks where a file is to be kept, and keeps it there; `said` is told when it is. Never rejects. */
export async function saveFile(name: string, text: string, said: string): Promise<void> {
  const answer = await bridge.call('saveFile', { name, text }).catch(tellFailure)
  if (!answer) return
  if (!answer.ok) tell({ type: 'refused', refusal: answer })
  else if (answer.saved) tell({ type: 'said', text: said })
}
