import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { type LockView, PIN_LENGTH } from '../../core/admin/lock.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { useFormats, useWords } from '../words/use-words.ts'

interface Props {
  readonly lock: LockView
  readonly onAnswer: (lock: LockView) => void
}

/** All that this window shows until the PIN was given. */
export function Lock({ lock, onAnswer }: Props) {
  const { lock: words } = useWords()
  return (
    <main className="lock">
      <h1>{lock.state === 'no-pin' ? words.noPin : words.title}</h1>
      {lock.state === 'no-pin' ? <NoPin /> : <PinForm lock={lock} onAnswer={onAnswer} />}
      <p>
        <Button weight="plain" onPress={() => window.close()}>
          {words.back}
        </Button>
      </p>
    </main>
  )
}

/** Whoever plugs a keyboard into a wall in a corridor must not be the one who sets its PIN. */
function NoPin() {
  const { lock: words } = useWords()
  return (
    <>
      <p>{words.setIt}</p>
      <p>
        <code>npm run admin -- --set-pin</code>
      </p>
      <p className="quiet">{words.setItWhere}</p>
    </>
  )
}

function PinForm({ lock, onAnswer }: Props) {
  const { lock: words } = useWords()
  const [pin, setPin] = useState('')
  const [isAsking, setAsking] = useState(false)
  const waitMs = useCountdown(lock)
  const input = useRef<HTMLInputElement>(null)
  const isWaiting = waitMs > 0

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isAsking || isWaiting || pin === '') return
    setAsking(true)
    const answer = await bridge.call('unlock', { pin })
    setAsking(false)
    setPin('')
    onAnswer(answer)
    input.current?.focus()
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField
        type="password"
        value={pin}
        onChange={setPin}
        maxLength={PIN_LENGTH.max}
        autoComplete="off"
        autoFocus
      >
        <Label>{words.pin}</Label>
        <Input ref={input} />
      </TextField>
      <Button weight="main" type="submit" isDisabled={isAsking || isWaiting}>
        {words.open}
      </Button>
      <Answer lock={lock} isAsking={isAsking} waitMs={waitMs} />
    </form>
  )
}

function Answer({ lock, isAsking, waitMs }: { lock: LockView; isAsking: boolean; waitMs: number }) {
  const { lock: words } = useWords()
  const formats = useFormats()
  const isWrong = lock.state === 'locked' && lock.answer === 'wrong'
  const said = isAsking ? words.checking : isWrong ? words.wrong : ''
  return (
    <p role="status" className="answer">
      {said} {waitMs > 0 && !isAsking ? words.wait(formats.span(waitMs)) : ''}
    </p>
  )
}

/** Counts the wait down, second by second. */
function useCountdown(lock: LockView): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const end = performance.now() + (lock.state === 'locked' ? lock.waitMs : 0)
    const look = (): void => setLeft(Math.max(0, end - performance.now()))
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [lock])
  return left
}
