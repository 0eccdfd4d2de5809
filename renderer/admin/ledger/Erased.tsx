import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Proof } from './Proof.tsx'

/** What was erased from here, with its proof: to be looked at and saved again, and finished where it could not be. */
export function Erased() {
  const { ledger: words, shell } = useWords()
  const formats = useFormats()
  const { answer = [], again } = useAsked('erasures', [])
  const [isOpen, setOpen] = useState(false)
  if (answer.length === 0) return null
  const open = answer.filter(({ proof }) => proof.unfinished !== undefined).length
  const show = (shown: boolean): void => {
    setOpen(shown)
    again()
  }
  return (
    <div className="erased">
      <Button onPress={() => show(true)}>{words.erased(formats.number(answer.length))}</Button>
      {open === 0 ? null : (
        <p role="alert" className="signal">
          {words.unfinished(formats.number(open), open === 1)}
        </p>
      )}
      <Sheet title={words.erasedTitle} isOpen={isOpen} onOpenChange={show}>
        {(close) => (
          <>
            <Proof proofs={answer.map(({ proof }) => proof)} />
            <p className="actions">
              <Button onPress={close}>{shell.close}</Button>
            </p>
          </>
        )}
      </Sheet>
    </div>
  )
}
