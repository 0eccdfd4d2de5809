import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { useWords } from '../words/use-words.ts'

interface Props {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** The keys that hold everywhere. */
export function KeyList(props: Props) {
  const { shell } = useWords()
  return (
    <Sheet title={shell.keys} {...props}>
      {(close) => (
        <>
          <dl className="keys">
            {shell.keyList.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="actions">
            <Button onPress={close} autoFocus>
              {shell.close}
            </Button>
          </p>
        </>
      )}
    </Sheet>
  )
}
