import type { Item } from '../../core/item.ts'
import { direction } from '../../core/text.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { LandscapeJourney } from './LandscapeJourney.tsx'
import { LandscapePhase } from './LandscapePhase.tsx'
import { MapSlide } from './MapSlide.tsx'
import { PortraitJourney } from './PortraitJourney.tsx'
import { PortraitPhase } from './PortraitPhase.tsx'
import type { JourneyBody } from './schema.ts'
import { journeyView } from './view.ts'

/** A journey as a hill of the actor's paper: whole, as an overview of its names, or one phase of it; or the map that somebody drew. */
export function JourneySlide(props: SlideProps<Item<'journey', JourneyBody>>) {
  const { item, stage } = props
  const { view: shown } = item.body
  if (shown.type === 'map') return <MapSlide {...props} index={shown.index} />
  const view = journeyView(props, direction(item.title))
  const turned = stage.shape === 'portrait'
  switch (shown.type) {
    case 'whole':
    case 'overview':
      return turned ? <PortraitJourney view={view} /> : <LandscapeJourney view={view} />
    case 'phase': {
      const { index } = shown
      return turned ? (
        <PortraitPhase view={view} index={index} />
      ) : (
        <LandscapePhase view={view} index={index} />
      )
    }
  }
}
