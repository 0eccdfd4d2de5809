import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { givePin, openByKeys, PIN, setMachinePin } from '../../tests/e2e/admin-window.ts'
import { makeFolder, openRoom } from '../../tests/e2e/room.ts'
import { printFigure, until } from './figures.ts'
import { cpuSeconds, roleOf } from './process-cpu.ts'

/** Of one core. */
const MOST_PERCENT = 5
const SECONDS = 15
/** What is on stands still for as long as is measured. */
const SLIDE_S = 120

/** What the living picture of the wall costs: processor time of all processes, with the picture and at a place without it. */
export async function benchPicture(end: AbortSignal): Promise<void> {
  const folder = makeFolder({
    'room.yaml': `rotation: { seconds_min: ${SLIDE_S}, seconds_max: ${SLIDE_S} }\n`,
  })
  folder.copySample('quotes')
  await setMachinePin(folder)
  const room = await openRoom(folder)
  end.addEventListener('abort', () => void room.close())
  try {
    await until(() => room.plays()[0], 60_000)
    const page = await openByKeys(room)
    await givePin(page, PIN)
    await page.waitForSelector('nav')
    const without = await shareAt(page, room.pid, '#/changes')
    const withPicture = await shareAt(page, room.pid, '#/now')
    console.log(`  without: ${told(without)}\n  with:    ${told(withPicture)}`)
    const percent = 100 * (total(withPicture) - total(without))
    printFigure('a living picture of a slide that stands, of one core', percent, '%', { most: MOST_PERCENT })
  } finally {
    await room.close()
    folder.remove()
  }
}

type Shares = ReadonlyMap<string, number>

async function shareAt(page: Page, pid: number, hash: string): Promise<Shares> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await pause(6_000)
  const before = cpuSeconds(pid)
  await pause(SECONDS * 1_000)
  const shares = new Map<string, number>()
  for (const [each, seconds] of cpuSeconds(pid)) {
    const role = roleOf(each)
    shares.set(role, (shares.get(role) ?? 0) + (seconds - (before.get(each) ?? 0)) / SECONDS)
  }
  return shares
}

const total = (shares: Shares): number => [...shares.values()].reduce((sum, share) => sum + share, 0)

function told(shares: Shares): string {
  return [...shares].map(([role, share]) => `${role} ${(share * 100).toFixed(1)} %`).join(', ')
}
