import './chair.css'
import { Confirm } from './Confirm.tsx'
import { Guess } from './Guess.tsx'
import { Happened } from './Happened.tsx'
import { Objection } from './Objection.tsx'
import { PersonaPick } from './PersonaPick.tsx'
import { DatePick, OwnerPick, PromisePick, TopicPick } from './picks.tsx'
import { Receipt } from './Receipt.tsx'
import { Reveal } from './Reveal.tsx'
import { Still } from './Still.tsx'
import type { ChairProps } from './scene-props.ts'

/** One scene of the chair. */
export function Chair(props: ChairProps) {
  const { scene } = props.chair
  switch (scene.type) {
    case 'still':
      return <Still {...props} scene={scene} />
    case 'happened':
      return <Happened {...props} scene={scene} />
    case 'persona':
      return <PersonaPick {...props} scene={scene} />
    case 'topic':
      return <TopicPick {...props} scene={scene} />
    case 'guess':
      return <Guess {...props} scene={scene} />
    case 'reveal':
      return <Reveal {...props} scene={scene} />
    case 'objection':
      return <Objection {...props} scene={scene} />
    case 'promise':
      return <PromisePick {...props} scene={scene} />
    case 'owner':
      return <OwnerPick {...props} scene={scene} />
    case 'date':
      return <DatePick {...props} scene={scene} />
    case 'confirm':
      return <Confirm {...props} scene={scene} />
    case 'receipt':
      return <Receipt {...props} scene={scene} />
  }
}
