import { useState } from 'react'
import { create } from 'zustand'
import type { ErasureProof, Refusal } from '../../core/admin/change-answer.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { Check } from '../kit/Check.tsx'
import { Field } from '../kit/Field.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { TaskProgress } from '../kit/TaskProgress.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Proof } from './Proof.tsx'

/** What is asked to be erased: kept beside the lists, since with the first of it gone they show something else. */
interface Asked {
  readonly who: string
  readonly ids: readonly string[]
  /** All that is meant, where these are only the first of them: every item of this entry. */
  readonly entry?: { readonly published: boolean; readonly count: number } | undefined
}

const countOf = ({ ids, entry }: Asked): number => entry?.count ?? ids.length

function idsOf({ who, ids, entry }: Asked): Promise<readonly string[]> {
  if (!entry || entry.count <= ids.length) return Promise.resolve(ids)
  return bridge.call('ledgerIds', { who, published: entry.published })
}

/** `isHeld`: it is being erased, or its proof has yet to be seen: a slip must not close it. */
interface Erasing {
  readonly asked: Asked | undefined
  readonly isHeld: boolean
}

const useErasing = create<Erasing>()(() => ({ asked: undefined, isHeld: false }))

type State =
  | { readonly at: 'asking'; readonly refusal?: Refusal | undefined }
  | { readonly at: 'erasing' }
  | { readonly at: 'done'; readonly proofs: readonly ErasureProof[] }

/** Begins to ask. */
export function EraseButton(asked: Asked) {
  const { ledger: words } = useWords()
  return (
    <Button isDisabled={countOf(asked) === 0} onPress={() => useErasing.setState({ asked })}>
      {words.erase}
    </Button>
  )
}

/** Erases items for good, and shows what was removed. It asks for the reference: a slip of the finger is not enough. */
export function EraseSheet() {
  const { ledger: words } = useWords()
  const asked = useErasing(({ asked: each }) => each)
  const close = (): void => useErasing.setState({ asked: undefined, isHeld: false })
  return (
    <Sheet
      title={words.eraseTitle(asked?.who ?? '')}
      isOpen={asked !== undefined}
      onOpenChange={(isOpen) => isOpen || useErasing.getState().isHeld || close()}
    >
      {() => (asked ? <Erase asked={asked} close={close} /> : null)}
    </Sheet>
  )
}

interface Props {
  readonly asked: Asked
  readonly close: () => void
}

function Erase({ asked, close }: Props) {
  const { shell } = useWords()
  const spoken = useSpoken()
  const [state, setState] = useState<State>({ at: 'asking' })

  async function erase(removeFiles: boolean): Promise<void> {
    setState({ at: 'erasing' })
    useErasing.setState({ isHeld: true })
    const answer = await idsOf(asked)
      .then((items) => bridge.call('change', { change: { type: 'erase', items: [...items], removeFiles } }))
      .catch(
        (error: unknown) => ({ ok: false, because: 'broken', message: String(error), hint: '' }) as const,
      )
    useErasing.setState({ isHeld: answer.ok })
    setState(answer.ok ? { at: 'done', proofs: answer.erased ?? [] } : { at: 'asking', refusal: answer })
  }

  switch (state.at) {
    case 'erasing':
      return <TaskProgress what={['erase']} />
    case 'done':
      return (
        <>
          <Proof proofs={state.proofs} />
          <p className="actions">
            <Button onPress={close}>{shell.close}</Button>
          </p>
        </>
      )
    case 'asking':
      return (
        <>
          {state.refusal ? (
            <p role="alert">
              <strong className="signal">{shell.refused}</strong> {spoken(state.refusal.message)}{' '}
              {spoken(state.refusal.hint)}
            </p>
          ) : null}
          <Question asked={asked} close={close} onErase={(removeFiles) => void erase(removeFiles)} />
        </>
      )
  }
}

function Question({ asked, close, onErase }: Props & { readonly onErase: (removeFiles: boolean) => void }) {
  const { ledger: words, shell } = useWords()
  const formats = useFormats()
  const [removeFiles, setRemoveFiles] = useState(false)
  const [typed, setTyped] = useState('')
  const { who } = asked
  const count = countOf(asked)
  return (
    <div className="form">
      <p>{words.eraseText(formats.number(count), count === 1)}</p>
      <div>
        <Check isSelected={removeFiles} onChange={setRemoveFiles}>
          {words.removeFiles}
        </Check>
        <p className="quiet">{words.removeFilesHint}</p>
      </div>
      <Field label={words.eraseSure(who)} value={typed} onChange={setTyped} />
      <p className="actions">
        <Button weight="main" isDisabled={typed.trim() !== who.trim()} onPress={() => onErase(removeFiles)}>
          {words.eraseDo}
        </Button>
        <Button onPress={close}>{shell.cancel}</Button>
      </p>
    </div>
  )
}
