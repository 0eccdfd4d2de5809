import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'

/**
 * A picture of each step of a walk, which must not be one flat colour. To look at them:
 * STEPS=FOLDER npm test -- tests/e2e/booth
 */
export async function step(page: Page, name: string): Promise<void> {
  await still(page)
  const picture = await page.screenshot()
  const { channels } = await sharp(picture).stats()
  expect(Math.max(...channels.map(({ stdev }) => stdev)), `${name} shows something`).toBeGreaterThan(5)
  const folder = process.env['STEPS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await sharp(picture).toFile(join(folder, `${name}.png`))
}

/** Waits until what comes in has come in. */
async function still(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelectorAll('.layer').length === 1 && document.getAnimations().length === 0,
  )
}
