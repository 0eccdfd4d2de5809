import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button } from '../kit/Button.tsx'
import { undo } from '../kit/change.ts'
import { type Told, toasts } from '../kit/tell.ts'
import { useSentence } from '../words/use-sentence.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'

/** What was just done, with the way back; F6 goes there. */
export function Toasts() {
  const { shell } = useWords()
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label={shell.told}>
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.type}`}>
          <ToastContent>
            <Words told={toast.content} />
          </ToastContent>
          <Undo told={toast.content} onPress={() => toasts.close(toast.key)} />
          <Button weight="plain" slot="close">
            {shell.close}
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}

function Words({ told }: { readonly told: Told }) {
  const { shell } = useWords()
  const sentence = useSentence()
  const spoken = useSpoken()
  switch (told.type) {
    case 'done':
      return <Text slot="title">{sentence(told.sentence)}</Text>
    case 'undone':
      return <Text slot="title">{shell.undone(sentence(told.sentence))}</Text>
    case 'redone':
      return <Text slot="title">{shell.redone(sentence(told.sentence))}</Text>
    case 'said':
      return <Text slot="title">{told.text}</Text>
    case 'refused':
      return (
        <>
          <Text slot="title">
            <strong className="signal">{shell.refused}</strong> <Where {...told.refusal} />
            {spoken(told.refusal.message)}
            {told.count !== undefined && told.count > 1 ? ` ${shell.notDone(told.count)}` : null}
          </Text>
          <Text slot="description">{spoken(told.refusal.hint)}</Text>
        </>
      )
  }
}

/** The file that it is about, and the line of it. */
function Where({ path, line }: Extract<Told, { readonly type: 'refused' }>['refusal']) {
  const { library } = useWords()
  if (path === undefined) return null
  return (
    <>
      <bdi>{line === undefined ? path : library.place(path, line)}</bdi>
      {': '}
    </>
  )
}

function Undo({ told, onPress }: { readonly told: Told; readonly onPress: () => void }) {
  const { shell } = useWords()
  if (told.type !== 'done' && told.type !== 'redone') return null
  const take = (): void => {
    onPress()
    void undo(told.id)
  }
  return <Button onPress={take}>{shell.undo}</Button>
}
