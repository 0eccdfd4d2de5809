import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Trouble, Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import type { PlaceProps } from '../shell/places.ts'
import { go } from '../shell/route.ts'
import { useWords } from '../words/use-words.ts'
import { Comes } from './Comes.tsx'
import { Pace } from './Pace.tsx'
import { Promises } from './Promises.tsx'
import { Weights } from './Weights.tsx'
import { WeekPlan } from './week/WeekPlan.tsx'

const PARTS = ['comes', 'weights', 'week', 'promises', 'pace'] as const
type Part = (typeof PARTS)[number]

/** What the room shows, how often and when: everything here holds until it is changed. */
export function OrderPlace({ detail }: PlaceProps) {
  const { order: words } = useWords()
  const { answer, error, again } = useAsked('order', [])
  const part: Part = PARTS.find((name) => name === detail) ?? 'comes'
  return (
    <>
      <h1>{words.title}</h1>
      <Tabs className="tabs" selectedKey={part} onSelectionChange={(key) => go('order', String(key))}>
        <TabList className="tab-list" aria-label={words.title}>
          {PARTS.map((name) => (
            <Tab key={name} id={name}>
              {words.parts[name]}
            </Tab>
          ))}
        </TabList>
        {error === undefined ? null : <Trouble error={error} onAgain={again} />}
        <TabPanel id={part} className="tab-panel">
          {answer === undefined ? (
            <Waiting />
          ) : (
            {
              comes: () => <Comes rotation={answer.rotation} />,
              weights: () => <Weights share={answer.rotation.share} />,
              week: () => <WeekPlan view={answer} />,
              promises: () => <Promises view={answer} />,
              pace: () => <Pace view={answer} />,
            }[part]()
          )}
        </TabPanel>
      </Tabs>
    </>
  )
}
