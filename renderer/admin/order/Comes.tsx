import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Upcoming } from '../../core/admin/now.ts'
import type { RotationSettings } from '../../core/rotation-schema.ts'
import { Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { ComingCard } from './ComingCard.tsx'
import { useSetting } from './use-setting.ts'

const COMING = 50

/** What comes in the next hours, laid out, and by which order. */
export function Comes({ rotation }: { readonly rotation: RotationSettings }) {
  const { order: words, now } = useWords()
  const order = useSetting(['rotation', 'order'], rotation.order)
  const { answer } = useAsked('upcoming', [{ count: COMING }])
  return (
    <>
      <RadioGroup
        className="radios"
        value={order.value}
        onChange={(value) => order.set(value === 'story' ? 'story' : 'shuffle')}
      >
        <Label>{words.by}</Label>
        <Radio value="shuffle">{words.shuffle}</Radio>
        <Radio value="story">{words.story}</Radio>
      </RadioGroup>
      <p className="quiet">{order.value === 'story' ? words.storyIs : words.shuffleIs}</p>
      {answer === undefined ? <Waiting /> : null}
      {answer?.length === 0 ? <p className="quiet">{now.noNext}</p> : null}
      <Laid coming={answer ?? []} isStory={rotation.order === 'story'} />
    </>
  )
}

interface Chapter {
  readonly at: number
  /** Whom or what the story is about; absent where the order is none of stories. */
  readonly about?: string | undefined
  readonly items: readonly Upcoming[]
}

function Laid({ coming, isStory }: { readonly coming: readonly Upcoming[]; readonly isStory: boolean }) {
  const { order: words } = useWords()
  const formats = useFormats()
  const chapters = isStory ? storiesOf(coming) : hoursOf(coming, formats.time)
  const nth = countUp()
  return chapters.map(({ at, about, items }, index) => (
    // The same chapter though its time moves, and the same card though it comes earlier: whenever the wall goes on all of
    // them move up, and a slide that is drawn already is not drawn again.
    <section key={`chapter ${index + 1}`} className="chapter">
      <h2>
        <time dateTime={new Date(at).toISOString()}>{formats.time(at)}</time>{' '}
        {about === undefined ? '' : about === '' ? words.aStory : words.storyOf(about)}
      </h2>
      <ol className="strip">
        {items.map((item) => (
          <ComingCard key={`${item.itemId} ${nth(item.itemId)}`} coming={item} />
        ))}
      </ol>
    </section>
  ))
}

/** How often each name was asked for so far. */
function countUp(): (name: string) => number {
  const counts = new Map<string, number>()
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count
  }
}

/** A story goes on until another one begins. */
function storiesOf(coming: readonly Upcoming[]): readonly Chapter[] {
  const chapters: { at: number; about: string; items: Upcoming[] }[] = []
  for (const item of coming) {
    const link = item.reasons.find((reason) => reason.type === 'story')
    const last = chapters.at(-1)
    if (last && link?.link !== 'begins') last.items.push(item)
    else chapters.push({ at: item.at, about: link?.about ?? '', items: [item] })
  }
  return chapters
}

function hoursOf(coming: readonly Upcoming[], time: (at: number) => string): readonly Chapter[] {
  const chapters: { at: number; hour: string; items: Upcoming[] }[] = []
  for (const item of coming) {
    const hour = time(item.at).slice(0, 2)
    const last = chapters.at(-1)
    if (last?.hour === hour) last.items.push(item)
    else chapters.push({ at: item.at, hour, items: [item] })
  }
  return chapters
}
