import { chmod, chown, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { makeRoom, personaFile, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom

const SUPERUSER = process.getuid?.() === 0
/** Any account but the superuser's, to whom no folder is closed. */
const NOBODY = 65_534

afterEach(async () => {
  if (SUPERUSER) process.seteuid?.(0)
  await chmod(room.at('more'), 0o755)
  await room.close()
})

async function giveToNobody(path: string): Promise<void> {
  await chown(path, NOBODY, NOBODY)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    await (entry.isDirectory() ? giveToNobody(inside) : chown(inside, NOBODY, NOBODY))
  }
}

async function roomOfOrdinaryAccount(): Promise<void> {
  const picture = await sharp({
    create: { width: 300, height: 300, channels: 3, background: '#357' },
  })
    .png()
    .toBuffer()
  room = await makeRoom({
    'room.yaml': 'name: A room\n',
    'quotes/a.md': quoteFile('In the open.'),
    'more/quotes/b.md': quoteFile('In the other folder.'),
    'more-quotes/quotes/d.md': quoteFile('Its name only begins alike.'),
    'more/ruth.png': picture,
    'personas/ruth.md': personaFile('Ruth', 'portrait: /more/ruth.png\n'),
  })
  if (!SUPERUSER) return
  await giveToNobody(dirname(room.folder))
  process.seteuid?.(NOBODY)
}

const ALL = ['more-quotes/quotes/d', 'more/quotes/b', 'personas/ruth', 'quotes/a']

function portrait(): unknown {
  return room.reader.item('personas/ruth')?.media['portrait']
}

test('what lies in a folder that may not be opened stays as it was, and is read again when it opens', async () => {
  await roomOfOrdinaryAccount()
  await room.index()
  expect(room.ids().toSorted()).toEqual(ALL)
  expect(portrait()).toBeDefined()
  await chmod(room.at('more'), 0o000)
  await room.put({ 'quotes/c.md': quoteFile('A change elsewhere.') })
  await room.remove('more-quotes')
  await room.index()
  await room.put({ 'personas/ruth.md': personaFile('Ruth', 'portrait: /more/ruth.png\nage: 61\n') })
  await room.index()
  expect(room.ids().toSorted()).toEqual(['more/quotes/b', 'personas/ruth', 'quotes/a', 'quotes/c'])
  expect(room.told().join('\n')).toContain('more: This folder may not be opened')
  await chmod(room.at('more'), 0o755)
  await room.index()
  expect(room.ids().toSorted()).toEqual(['more/quotes/b', 'personas/ruth', 'quotes/a', 'quotes/c'])
  expect(portrait()).toBeDefined()
  expect(room.told().join('\n')).not.toContain('may not be opened')
})

test('a decision about a folder that may not be opened takes its items off until it can be read', async () => {
  await roomOfOrdinaryAccount()
  await room.index()
  await chmod(room.at('more'), 0o000)
  await room.put({ 'room.yaml': 'name: A room\ndefaults:\n  more/: {audience: staff}\n' })
  await room.index()
  expect(room.ids()).not.toContain('more/quotes/b')
  await chmod(room.at('more'), 0o755)
  await room.index()
  expect(room.ids().toSorted()).toEqual(ALL)
})

test('what was deleted behind a closed door is gone when it opens', async () => {
  await roomOfOrdinaryAccount()
  await room.index()
  await room.remove('more/quotes')
  await chmod(room.at('more'), 0o000)
  await room.put({ 'quotes/c.md': quoteFile('A change elsewhere.') })
  await room.index()
  expect(room.ids()).toContain('more/quotes/b')
  await chmod(room.at('more'), 0o755)
  await room.index()
  expect(room.ids()).not.toContain('more/quotes/b')
})
