import { useMemo, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { RoomVersion } from '../../core/admin/change-answer.ts'
import { lineDifference } from '../../core/line-difference.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { isMade } from '../kit/change.ts'
import { Trouble, Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Inline, SideBySide } from './Difference.tsx'

interface Props {
  readonly version: RoomVersion
  readonly onRestored: () => void
}

/** What going back to this version would change, and the way to do it. */
export function VersionView({ version, onRestored }: Props) {
  const { changes: words } = useWords()
  const spoken = useSpoken()
  const formats = useFormats()
  const [look, setLook] = useState<'inline' | 'beside'>('inline')
  const [isGoing, setGoing] = useState(false)
  const { answer: then } = useAsked('roomVersion', [{ id: version.id }])
  const { answer: now, again } = useAsked('fileText', [{ path: 'room.yaml' }])

  async function restore(): Promise<void> {
    setGoing(true)
    await isMade('done', () => bridge.call('restoreRoom', { id: version.id }))
    setGoing(false)
    // To the library nothing may have changed, where it goes back and forth quickly; to whoever compares it has.
    again()
    onRestored()
  }

  if (then === undefined || now === undefined) return <Waiting />
  if (!then.ok) return <Trouble error={`${spoken(then.message)} ${spoken(then.hint)}`} />
  return (
    <section className="version" aria-labelledby="version">
      <h2 id="version">{words.asBefore(formats.dateTime(version.at))}</h2>
      <div className="tools">
        <RadioGroup
          className="radios"
          value={look}
          onChange={(value) => setLook(value === 'beside' ? 'beside' : 'inline')}
        >
          <Label className="unseen">{words.look}</Label>
          <Radio value="inline">{words.inline}</Radio>
          <Radio value="beside">{words.beside}</Radio>
        </RadioGroup>
        <Button weight="main" onPress={() => void restore()} isPending={isGoing}>
          {words.goBack}
        </Button>
      </div>
      <DifferenceView now={now.ok ? now.text : ''} then={then.text} look={look} />
    </section>
  )
}

interface DifferenceProps {
  readonly now: string
  readonly then: string
  readonly look: 'inline' | 'beside'
}

function DifferenceView({ now, then, look }: DifferenceProps) {
  const { changes: words } = useWords()
  const lines = useMemo(() => lineDifference(now, then), [now, then])
  const [gone, come] = [lines.filter(({ is }) => is === 'gone'), lines.filter(({ is }) => is === 'come')]
  if (gone.length + come.length === 0) return <p>{words.noDifference}</p>
  return (
    <>
      <p className="quiet">{words.wouldChange(gone.length, come.length)}</p>
      {look === 'inline' ? <Inline lines={lines} /> : <SideBySide lines={lines} />}
    </>
  )
}
