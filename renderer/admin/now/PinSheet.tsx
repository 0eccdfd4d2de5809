import { type FormEvent, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { ItemFinder } from '../kit/ItemFinder.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { useWords } from '../words/use-words.ts'
import { type Where, WhereChoice } from './WhereChoice.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly screen: string
}

/** Any item of the room, held on the wall until somebody takes it down. */
export function PinSheet({ isOpen, onOpenChange, screen }: Props) {
  const { now: words } = useWords()
  return (
    <Sheet title={words.pinTitle} isOpen={isOpen} onOpenChange={onOpenChange}>
      {(close) => <PinForm screen={screen} close={close} />}
    </Sheet>
  )
}

function PinForm({ screen, close }: { readonly screen: string; readonly close: () => void }) {
  const { now: words, shell } = useWords()
  const [item, setItem] = useState('')
  const [where, setWhere] = useState<Where>('this')

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (item === '') return
    const screens = where === 'this' ? [screen] : undefined
    if (await change({ type: 'order', order: { what: 'pin', item, screens } })) close()
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p className="quiet">{words.pinHint}</p>
      <ItemFinder label={words.item} screen={screen} onChange={setItem} autoFocus />
      <WhereChoice screen={screen} value={where} onChange={setWhere} />
      <p className="actions">
        <Button weight="main" type="submit" isDisabled={item === ''}>
          {words.pin}
        </Button>
        <Button onPress={close}>{shell.cancel}</Button>
      </p>
    </form>
  )
}
