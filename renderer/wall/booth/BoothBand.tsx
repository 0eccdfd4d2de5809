import type { ReactNode } from 'react'
import type { BoothView } from '../../core/booth/calls.ts'
import type { Snapshot } from '../../core/contract.ts'
import { StageBox } from '../../ui/StageBox.tsx'
import type { Stage } from '../../ui/slide-props.ts'
import { We } from '../../ui/Text.tsx'
import { recordingOf } from '../prepare.ts'
import { phasesOf } from './phases.ts'
import type { Visit } from './use-visit.ts'
import { boothWords } from './words.ts'

interface BandProps {
  readonly visit: Visit
  readonly isVisited: boolean
  /** Nothing is on: a screen that is off, or a message, is not to be touched. */
  readonly isQuiet: boolean
  readonly booth: BoothView
  readonly snapshot: Snapshot
  readonly stage: Stage
}

/** The strip at the foot: everything that a visitor can do where she is. */
export function BoothBand({ visit, isVisited, isQuiet, booth, snapshot, stage }: BandProps) {
  const { room, screen } = snapshot
  const words = boothWords(room.language)
  return (
    <nav className="booth-band" data-quiet={isQuiet || undefined}>
      <StageBox stage={stage} theme={screen.theme} language={room.language} brand={screen.brand}>
        <div className="booth-keys" data-rows={stage.shape === 'portrait' ? 2 : 1}>
          {isQuiet ? null : isVisited ? (
            <Keys visit={visit} booth={booth} words={words} />
          ) : (
            <Key name="invite" wide onPress={() => undefined}>
              {words.invite}
            </Key>
          )}
        </div>
      </StageBox>
    </nav>
  )
}

interface KeysProps {
  readonly visit: Visit
  readonly booth: BoothView
  readonly words: ReturnType<typeof boothWords>
}

function Keys({ visit, booth, words }: KeysProps) {
  const { place, go, leave } = visit
  return (
    <>
      <div className="booth-doing">
        <Doing visit={visit} booth={booth} words={words} />
      </div>
      {place.at === 'home' ? null : (
        <Key name="back" onPress={() => go({ type: 'back' })}>
          {words.back}
        </Key>
      )}
      {place.at === 'slides' || place.at === 'feel' ? (
        <Key name="next" onPress={() => go({ type: 'next' })}>
          {words.next}
        </Key>
      ) : null}
      <Key name="done" onPress={leave}>
        {words.done}
      </Key>
    </>
  )
}

/** Kinds in which a customer says something that somebody may know. */
const SAID = ['quote', 'call', 'clip', 'observation']

/** What can be done with the slide that is on. */
function Doing({ visit, booth, words }: KeysProps) {
  const { play, known, isHeard } = visit
  if (!play) return null
  const { item } = play
  const phases = phasesOf(play)
  const count = known[item.id]
  return (
    <>
      {SAID.includes(item.kind) ? (
        <Key name="me-too" wide isOn={count !== undefined} onPress={() => visit.meToo(item.id)}>
          {count === undefined ? words.meToo : words.youToo(count - 1)}
        </Key>
      ) : null}
      {phases.length > 0 ? (
        <Key
          name="feel"
          wide
          onPress={() => visit.go({ type: 'feel', itemId: item.id, phases: phases.length })}
        >
          {words.feelHere}
        </Key>
      ) : null}
      {recordingOf(play) && booth.mayListen ? (
        <Key name="listen" wide isOn={isHeard} onPress={() => visit.setHeard(!isHeard)}>
          {isHeard ? words.silence : words.listen}
        </Key>
      ) : null}
    </>
  )
}

interface KeyProps {
  /** For those who look for it: tests, and the style. */
  readonly name: string
  readonly wide?: boolean
  readonly isOn?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Key({ name, wide = false, isOn, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      className={wide ? 'booth-key wide' : 'booth-key'}
      data-key={name}
      data-target=""
      aria-pressed={isOn}
      onClick={onPress}
    >
      <We c={1} strong>
        {children}
      </We>
    </button>
  )
}
