import { screen } from 'electron'
import { boothWallSize } from '../../renderer/core/booth/band.ts'
import { type Curation, DEFAULT_CURATION, screenSettings } from '../../renderer/core/curation.ts'
import { type Panel, type WallSize, wallSize } from '../../renderer/core/legibility.ts'
import { WINDOWED } from './wall-window.ts'

/** What the wall holds: it follows from the display and from the screen's settings in the room, which may both change. */
export interface WallMeasure {
  /** The size by this curation; it is the latest one from now on. */
  size(curation: Curation): WallSize
  latest(): WallSize
  /** The longer side in device pixels. */
  px(): number
}

/** @param name of the screen in the curation */
export function measureWall({
  windowed,
  name,
}: {
  readonly windowed: boolean
  readonly name: string
}): WallMeasure {
  let latest = wallSize(panelOf(DEFAULT_CURATION))

  function sidesDip(): { readonly width: number; readonly height: number } {
    return windowed ? WINDOWED : screen.getPrimaryDisplay().size
  }

  function panelOf(curation: Curation): Panel {
    const { width, height } = sidesDip()
    const { diagonal_inches, distance_m } = screenSettings(curation, name)
    return { diagonalInches: diagonal_inches, distanceM: distance_m, widthPx: width, heightPx: height }
  }

  return {
    size(curation) {
      const isBooth = screenSettings(curation, name).mode === 'booth'
      latest = (isBooth ? boothWallSize : wallSize)(panelOf(curation))
      return latest
    },
    latest: () => latest,
    px() {
      const { width, height } = sidesDip()
      return Math.round(Math.max(width, height) * screen.getPrimaryDisplay().scaleFactor)
    },
  }
}
