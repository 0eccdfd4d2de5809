import type { ScreenShape } from '../../core/admin/find.ts'

/** px of walls as they are bought: 16:9 either way, and two screens side by side. */
export const COMMON = {
  landscape: { widthPx: 1920, heightPx: 1080 },
  portrait: { widthPx: 1080, heightPx: 1920 },
  wide: { widthPx: 3840, heightPx: 1080 },
} as const
export type CommonName = keyof typeof COMMON
export const COMMON_NAMES = ['landscape', 'portrait', 'wide'] as const

/** What slides are looked at for: a screen of the room, as it hangs, or a common shape with the settings of the machine's own. */
export type Look = `screen:${string}` | `shape:${CommonName}`

export interface LookQuestion {
  readonly screen?: string
  readonly shape: { readonly widthPx: number; readonly heightPx: number }
}

/** What the host is asked for a look; the machine's own screen in landscape until it has told the others. */
export function questionOf(look: Look | undefined, screens: readonly ScreenShape[]): LookQuestion {
  const common = COMMON_NAMES.find((name) => look === `shape:${name}`)
  if (common) return { shape: COMMON[common] }
  const found = screens.find(({ view }) => look === `screen:${view.name}`) ?? screens[0]
  return found ? { screen: found.view.name, shape: found.shape } : { shape: COMMON.landscape }
}
