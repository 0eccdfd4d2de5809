import { mkdir, rename, rm } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { makeRoom, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

async function opened(): Promise<void> {
  room = await makeRoom({ 'quotes/a.md': quoteFile('Late again.'), 'quotes/b.md': quoteFile('On time.') })
  room.open()
  await room.until(() => room.ids().length === 2, 'two quotes')
}

function said(reachable: boolean): boolean {
  return room.reports.findLast((report) => report.type === 'folder')?.reachable === reachable
}

test('a folder that vanishes is not an empty one, and comes back by itself', async () => {
  await opened()
  await rename(room.folder, `${room.folder}-away`)
  await room.until(() => said(false), 'the folder to be missed')
  expect(room.ids()).toHaveLength(2)
  await rename(`${room.folder}-away`, room.folder)
  await room.until(() => said(true), 'the folder to be back')
  await room.put({ 'quotes/c.md': quoteFile('Early.') })
  await room.until(() => room.ids().length === 3, 'a new quote after the return')
})

test('an empty folder in place of the room is a mount point without its stick', async () => {
  await opened()
  await rename(room.folder, `${room.folder}-away`)
  await mkdir(room.folder)
  await room.until(() => said(false), 'the folder to be missed')
  expect(room.ids()).toHaveLength(2)
  await rm(room.folder, { recursive: true })
  await rename(`${room.folder}-away`, room.folder)
  await room.until(() => said(true), 'the folder to be back')
  expect(room.ids()).toHaveLength(2)
})

test('a curator who deletes everything has an empty room', async () => {
  await opened()
  await rm(room.at('quotes'), { recursive: true })
  await room.until(() => room.ids().length === 0, 'an empty room')
  expect(said(true)).toBe(true)
})

test('a wall that starts while the folder is away shows what it had', async () => {
  await opened()
  await room.shut()
  await rename(room.folder, `${room.folder}-away`)
  room.open()
  await room.until(() => said(false), 'the folder to be missed')
  expect(room.ids()).toHaveLength(2)
  await rename(`${room.folder}-away`, room.folder)
  await room.until(() => said(true), 'the folder to be back')
})
