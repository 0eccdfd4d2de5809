import { type CSSProperties, useEffect, useRef, useState } from 'react'
import Keyboard, { type KeyboardReactInterface } from 'react-simple-keyboard'
import 'react-simple-keyboard/build/css/index.css'
import { u } from '../../ui/stage.ts'
import { keysFor } from './key-layouts.ts'
import { chairWords } from './words.ts'

interface ScreenKeysProps {
  readonly text: string
  readonly language: string
  /** Height of a key, u. */
  readonly keyU: number
  readonly onText: (text: string) => void
}

/** The keyboard on the screen, in the room's language: letters are added at the end of what is written. */
export function ScreenKeys({ text, language, keyU, onText }: ScreenKeysProps) {
  const [isShifted, setShifted] = useState(false)
  const keyboard = useRef<KeyboardReactInterface | undefined>(undefined)
  const { layout, candidates } = keysFor(language)
  // What another keyboard has written is what the next letter is added to.
  useEffect(() => void keyboard.current?.setInput(text), [text])
  return (
    <div className="screen-keys" style={{ '--key': u(keyU) } as CSSProperties} dir="ltr">
      <Keyboard
        keyboardRef={(made) => {
          keyboard.current = made
        }}
        layout={layout}
        layoutName={isShifted ? 'shift' : 'default'}
        {...(candidates ? { layoutCandidates: candidates, enableLayoutCandidates: true } : {})}
        display={{ '{space}': chairWords(language).space, '{shift}': '⇧', '{bksp}': '⌫' }}
        mergeDisplay
        onChange={onText}
        onKeyPress={(key) => setShifted(key === '{shift}' && !isShifted)}
        disableCaretPositioning
        preventMouseDownDefault
        disableButtonHold
      />
    </div>
  )
}
