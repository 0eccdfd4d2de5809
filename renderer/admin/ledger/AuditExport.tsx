import { useState } from 'react'
import type { AuditPart, AuditVerdict } from '../../core/admin/ledger.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { asTask } from '../kit/local-tasks.ts'
import { saveFile } from '../kit/save-file.ts'
import { tellFailure } from '../kit/tell.ts'
import { useFormats, useWords } from '../words/use-words.ts'

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'reading'; readonly row: number }
  | { readonly at: 'told'; readonly verdict: AuditVerdict }

/** The audit record as CSV, its chain checked on the way out: a broken chain is told, and the file says where it ends. */
export function AuditExport() {
  const { ledger: words } = useWords()
  const formats = useFormats()
  const [state, setState] = useState<State>({ at: 'idle' })

  async function save(): Promise<void> {
    const day = new Date().toISOString().slice(0, 10)
    const name = words.auditName(day)
    const text = await asTask('export', name, async ({ signal, tell: tellFar }) => {
      const parts: string[] = []
      for (let after: number | undefined = 0; after !== undefined && !signal.aborted; ) {
        setState({ at: 'reading', row: after })
        const part: AuditPart = await bridge.call('auditExport', { after })
        parts.push(part.text)
        after = part.next
        tellFar(parts.length)
        if (part.verdict) setState({ at: 'told', verdict: part.verdict })
      }
      return parts.join('')
    })
    // A part of the record proves nothing.
    if (text === undefined) setState({ at: 'idle' })
    else await saveFile(name, text, words.saved)
  }
  return (
    <div className="audit">
      <Button
        isDisabled={state.at === 'reading'}
        onPress={() =>
          void save().catch((error: unknown) => {
            setState({ at: 'idle' })
            tellFailure(error)
          })
        }
      >
        {words.audit}
      </Button>
      <p role="status" className={state.at === 'told' && !state.verdict.ok ? 'signal' : 'quiet'}>
        {state.at === 'reading' ? words.auditing(formats.number(state.row)) : ''}
        {state.at === 'told' ? verdictWords(state.verdict, words, formats.number) : ''}
      </p>
    </div>
  )
}

function verdictWords(
  verdict: AuditVerdict,
  words: { auditOk: (rows: string) => string; auditBroken: (row: string, reason: string) => string },
  number: (value: number) => string,
): string {
  return verdict.ok
    ? words.auditOk(number(verdict.rows))
    : words.auditBroken(number(verdict.row), verdict.reason)
}
