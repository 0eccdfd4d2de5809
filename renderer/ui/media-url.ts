import { createContext, useContext } from 'react'
import type { Media } from '../core/item.ts'

/** Where a window fetches derived files: from the private cache, by content hash, through the host. */
export const MEDIA_BASE = 'media://item/'

/** Another base serves the same files to a plain browser. */
export const MediaBase = createContext(MEDIA_BASE)

/** Turns a derived file into its address. */
export function useMediaUrl(): (media: Pick<Media, 'hash'>) => string {
  const base = useContext(MediaBase)
  return (media) => `${base}${media.hash}`
}
