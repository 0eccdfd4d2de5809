import type { CaptionPage } from '../call/caption-pages.ts'
import { type Scene, scenes } from '../call/timeline.ts'

/** So much silence at the beginning is enough to read a caption of ours, ms. */
const SILENCE_MS = 1_500

/** The film as scenes; before anybody speaks, one in which nobody does. Never empty. */
export function clipScenes(pages: readonly CaptionPage[], hasCaption: boolean): Scene[] {
  const told = scenes(pages)
  const [first] = told
  if (!first) return [{ fromMs: 0, live: [], before: undefined }]
  const from = pages[0]?.startMs ?? 0
  if (!hasCaption || from < SILENCE_MS) return told
  return [{ fromMs: 0, live: [], before: undefined }, { ...first, fromMs: from }, ...told.slice(1)]
}
