import { type FormEvent, useState } from 'react'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { tellFailure } from '../kit/tell.ts'
import { useWords } from '../words/use-words.ts'

interface Props {
  /** Empty while nobody gave one. */
  readonly by: string
  readonly onNamed: () => void
}

/** Who is at it, given once: kept on this machine and told in this list, never in the folder. */
export function CuratorName({ by, onNamed }: Props) {
  const { changes: words } = useWords()
  const [name, setName] = useState(by)

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    await bridge.call('nameCurator', { by: name.trim() }).then(onNamed, tellFailure)
  }

  return (
    <form className="curator-name" onSubmit={(event) => void keep(event)}>
      <Field label={words.yourName} value={name} onChange={setName} maxLength={60} />
      <Button type="submit" isDisabled={name.trim() === by}>
        {words.keepName}
      </Button>
      <p className="quiet">{words.nameHint}</p>
    </form>
  )
}
