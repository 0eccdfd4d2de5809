import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { OrderView } from '../../core/admin/order.ts'
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
        {PARTS.map((name) => (
          <TabPanel key={name} id={name} className="tab-panel">
            {answer === undefined ? <Waiting /> : <PartOf part={name} view={answer} />}
          </TabPanel>
        ))}
      </Tabs>
    </>
  )
}

function PartOf({ part, view }: { readonly part: Part; readonly view: OrderView }) {
  switch (part) {
    case 'comes':
      return <Comes rotation={view.rotation} />
    case 'weights':
      return <Weights share={view.rotation.share} />
    case 'week':
      return <WeekPlan view={view} />
    case 'promises':
      return <Promises view={view} />
    case 'pace':
      return <Pace view={view} />
  }
}
