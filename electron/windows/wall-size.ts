import { screen } from 'electron'
import { TALLEST_MM } from '../../renderer/core/chair/life-size.ts'
import { type Curation, DEFAULT_CURATION, screenSettings } from '../../renderer/core/curation.ts'
import {
  type Calibration,
  mmPerPixel,
  type Panel,
  type WallSize,
  wallSize,
} from '../../renderer/core/legibility.ts'
import { panelSettings } from '../play-view.ts'
import { WINDOWED } from './wall-window.ts'

/** What the wall holds: it follows from the display and from the screen's settings in the room, which may both change. */
export interface WallMeasure {
  /** The size by this curation; it is the latest one from now on. */
  size(curation: Curation): WallSize
  latest(): WallSize
  /** The longer side in device pixels; of a small chair more, since what is drawn at life size may be higher than it. */
  px(): number
}

/** @param name of the screen in the curation */
export function measureWall({
  windowed,
  name,
  calibration,
}: {
  readonly windowed: boolean
  readonly name: string
  readonly calibration: () => Calibration | undefined
}): WallMeasure {
  let curated = DEFAULT_CURATION
  let latest = wallSize(panelOf(DEFAULT_CURATION))

  function sidesDip(): { readonly width: number; readonly height: number } {
    return windowed ? WINDOWED : screen.getPrimaryDisplay().size
  }

  function panelOf(curation: Curation): Panel {
    const { width, height } = sidesDip()
    return {
      ...panelSettings(screenSettings(curation, name), calibration()),
      widthPx: width,
      heightPx: height,
    }
  }

  return {
    size(curation) {
      curated = curation
      latest = wallSize(panelOf(curation))
      return latest
    },
    latest: () => latest,
    px() {
      const { width, height } = sidesDip()
      const isChair = screenSettings(curated, name).mode === 'chair'
      const tallest = isChair ? TALLEST_MM / mmPerPixel(panelOf(curated)) : 0
      return Math.round(Math.max(width, height, tallest) * screen.getPrimaryDisplay().scaleFactor)
    },
  }
}
