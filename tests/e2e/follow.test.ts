import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../renderer/core/problem.ts'
import { type Folder, makeFolder, openRoom, quoteFile, type Room } from './room.ts'

let folder: Folder
let room: Room

beforeAll(async () => {
  folder = makeFolder({
    'quotes/a.md': quoteFile('First of all.'),
    'quotes/b.md': quoteFile('Second of all.'),
  })
  room = await openRoom(folder)
  await vi.waitFor(async () => expect(await room.eligible()).toBe(2), { timeout: 120_000, interval: 50 })
})

afterAll(async () => {
  await room.close()
  folder.remove()
})

const file = (path: string): string => join(folder.content, path)
function rows<Row>(sql: string): Row[] {
  const db = new Database(join(folder.data, 'index.db'), { readonly: true })
  try {
    return db.prepare<[], Row>(sql).all()
  } finally {
    db.close()
  }
}

/** Ids and titles in the index, read from the file itself. */
const indexed = (): { id: string; title: string }[] =>
  rows("SELECT id, json_extract(item, '$.title') AS title FROM items ORDER BY id")
const ids = (): string[] => indexed().map(({ id }) => id)
const titleOf = (id: string): string | undefined => indexed().find((item) => item.id === id)?.title
/** What the library tells of files that are wrong; the wall itself is told nothing of them. */
const errors = (): Problem[] =>
  rows<Problem>("SELECT path, line, message, hint FROM problems WHERE severity = 'error' ORDER BY path")
const problems = (): string[] => errors().map(({ path }) => path)

describe('the wall follows the folder while it runs', () => {
  it('adds', async () => {
    folder.write('quotes/c.md', quoteFile('Third of all.'))
    await expect.poll(() => room.eligible()).toBe(3)
  })

  it('edits what is on the wall', async () => {
    const on = (await room.play())?.item
    expect(on).toBeDefined()
    writeFileSync(file(on?.path ?? ''), quoteFile('Said again, better.'))
    await expect
      .poll(async () => JSON.stringify((await room.play())?.item.body))
      .toContain('Said again, better.')
    await expect.poll(() => room.wall.locator('body').innerText()).toContain('Said again, better.')
  })

  it('renames and moves without losing or doubling', async () => {
    renameSync(file('quotes/c.md'), file('quotes/c-renamed.md'))
    mkdirSync(file('quotes/2026'))
    renameSync(file('quotes/b.md'), file('quotes/2026/b.md'))
    await expect.poll(ids).toEqual(['quotes/2026/b', 'quotes/a', 'quotes/c-renamed'])
    await expect.poll(() => room.eligible()).toBe(3)
    await expect.poll(problems).toEqual([])
  })

  it('deletes', async () => {
    rmSync(file('quotes/c-renamed.md'))
    await expect.poll(() => room.eligible()).toBe(2)
  })

  it('names a bad file and goes on with the rest', async () => {
    folder.write('quotes/bad.md', '---\nwho: [unclosed\n---\n\nText.\n')
    await expect.poll(problems, { timeout: 15_000 }).toContain('quotes/bad.md')
    const problem = errors().find((each) => each.path === 'quotes/bad.md')
    expect(problem?.line).toBeGreaterThan(0)
    expect(problem?.message).not.toBe('')
    expect(problem?.hint).not.toBe('')
    expect(await room.eligible()).toBe(2)
    rmSync(file('quotes/bad.md'))
    await expect.poll(problems).not.toContain('quotes/bad.md')
  })

  it('keeps the last good version of a file whose edit is broken', async () => {
    folder.write('quotes/good.md', quoteFile('Good once.'))
    await expect.poll(() => room.eligible()).toBe(3)
    folder.write(
      'quotes/good.md',
      quoteFile('Broken.').replace('who: A traveller, 40', 'who: [A traveller, 40'),
    )
    await expect.poll(problems, { timeout: 15_000 }).toContain('quotes/good.md')
    expect(titleOf('quotes/good')).toBe('Good once.')
    expect(await room.eligible()).toBe(3)
    folder.write('quotes/good.md', quoteFile('Good again.'))
    await expect.poll(problems).not.toContain('quotes/good.md')
    rmSync(file('quotes/good.md'))
    await expect.poll(() => room.eligible()).toBe(2)
  })

  it('never takes half a file for a whole one', async () => {
    const whole = quoteFile('A sentence that arrives in two halves.')
    const half = whole.indexOf('consent:')
    writeFileSync(file('quotes/slow.md'), whole.slice(0, half))
    // Twenty looks at the room while its writer pauses: what is not whole is neither an item nor a mistake.
    for (let look = 0; look < 20; look += 1) {
      expect(await room.eligible()).toBe(2)
      expect(problems()).toEqual([])
    }
    appendFileSync(file('quotes/slow.md'), whole.slice(half))
    await expect.poll(() => room.eligible()).toBe(3)
    await expect.poll(problems).not.toContain('quotes/slow.md')
  })

  it('takes the curation from room.yaml, and keeps the last good one', async () => {
    folder.write('room.yaml', 'name: Renamed Room\nitems:\n  quotes/slow: { hidden: true }\n')
    await expect.poll(async () => (await room.snapshot()).room.name).toBe('Renamed Room')
    await expect.poll(() => room.eligible()).toBe(2)
    folder.write('room.yaml', 'name: [broken\n')
    await expect.poll(problems, { timeout: 15_000 }).toContain('room.yaml')
    expect((await room.snapshot()).room.name).toBe('Renamed Room')
  })

  it('goes on when the folder is gone, and finds it again', async () => {
    const before = await room.eligible()
    renameSync(folder.content, `${folder.content}-away`)
    await expect.poll(async () => (await room.snapshot()).folderGone, { timeout: 15_000 }).toBe(true)
    expect(await room.eligible()).toBe(before)
    renameSync(`${folder.content}-away`, folder.content)
    await expect.poll(async () => (await room.snapshot()).folderGone, { timeout: 20_000 }).toBe(false)
    folder.write('quotes/after.md', quoteFile('Here again.'))
    await expect.poll(() => room.eligible(), { timeout: 15_000 }).toBe(before + 1)
  })
})
