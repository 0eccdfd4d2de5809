import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { PlaceProps } from '../shell/places.ts'
import { go } from '../shell/route.ts'
import { useWords } from '../words/use-words.ts'
import { ChangeDays } from './ChangeDays.tsx'
import { Versions } from './Versions.tsx'

/** What was changed from here, and what room.yaml was before. */
export function ChangesPlace({ detail }: PlaceProps) {
  const { changes: words } = useWords()
  const [part, version] = detail.split('/')
  const isRoom = part === 'room'
  return (
    <>
      <h1>{words.title}</h1>
      <Tabs
        className="tabs"
        selectedKey={isRoom ? 'room' : 'list'}
        onSelectionChange={(key) => go('changes', key === 'room' ? 'room' : '')}
      >
        <TabList className="tab-list" aria-label={words.title}>
          <Tab id="list">{words.list}</Tab>
          <Tab id="room">{words.versions}</Tab>
        </TabList>
        <TabPanel id="list" className="tab-panel">
          <ChangeDays />
        </TabPanel>
        <TabPanel id="room" className="tab-panel">
          <Versions chosen={version === undefined ? undefined : Number(version)} />
        </TabPanel>
      </Tabs>
    </>
  )
}
