import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('small-disk.ts', import.meta.url))
/** Disks of its own, in a name space of its own: nobody else sees them, and they end with the process. */
const OWN_DISKS = [
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=256k tmpfs "$1" && mount -t tmpfs -o size=2m tmpfs "$2" && shift 2 && exec "$@"',
  'sh',
]

const run = promisify(execFile)

test.skipIf(!canMount())(
  'a disk that is full or may not be written: the reason, and everything as it was',
  async () => {
    const base = await mkdtemp(join(tmpdir(), 'customer-room-'))
    onTestFinished(() => rm(base, { recursive: true, force: true }))
    const [disk, data] = [join(base, 'disk'), join(base, 'data')]
    for (const each of [disk, data]) await mkdir(each)
    const node = [process.execPath, '--experimental-strip-types', '--no-warnings', SCRIPT, disk, data]
    const { stdout } = await run('unshare', [...OWN_DISKS, disk, data, ...node])
    const seen = JSON.parse(stdout)
    const left = { isAsBefore: true, changes: 0 }
    for (const [what, deed] of Object.entries(seen.deeds))
      expect(deed, what).toMatchObject({
        ...left,
        answer: { ok: false, because: what.endsWith('read-only') ? 'read-only' : 'full' },
        ...{ isAsked: true, names: 2, erasures: 0 },
      })
    expect(seen.oneStuck).toMatchObject({
      // Nobody stays on the wall for one file: it is hidden there, and said.
      withdrawn: { ok: true, skipped: [{ because: 'read-only', path: 'quotes/c.md' }] },
      isSaid: true,
      room: expect.stringMatching(/quotes\/c:\s+hidden: true/),
      erased: {
        ok: true,
        erased: [
          { item: 'quotes/b', deletedFiles: ['quotes/b.md'], stillIn: [] },
          {
            item: 'quotes/c',
            deletedFiles: [],
            stillIn: ['quotes/c.md'],
            unfinished: { path: 'quotes/c.md' },
          },
        ],
      },
      left: ['c.md'],
      finished: [{ proof: { deletedFiles: ['quotes/b.md'] } }, { proof: { deletedFiles: ['quotes/c.md'] } }],
    })
    expect(seen.full).toMatchObject({
      ...left,
      answer: { ok: false, because: 'full' },
      names: ['room.yaml'],
    })
    expect(seen.noJournal).toMatchObject({ ...left, answer: { ok: false, because: 'full' } })
    const isFull = { ok: false, because: 'full' }
    expect(seen.noUndo).toMatchObject({
      answer: isFull,
      isAsBefore: true,
      undone: { ok: true },
      isUndone: true,
    })
    expect(seen.tooLarge).toMatchObject({ ...left, answer: { ok: false, because: 'full' } })
    // A folder that was made for what came stays; no piece of a file does.
    expect(seen.tooLarge.names.filter((name: string) => name.includes('.'))).toEqual(['room.yaml'])
    expect(seen.readOnly).toMatchObject({ ...left, answer: { ok: false, because: 'read-only' } })
    expect(seen.again).toMatchObject({ answer: { ok: true }, undone: { ok: true }, isAsBefore: true })
  },
)

/** Only Linux gives somebody a disk of his own, and not everywhere. */
function canMount(): boolean {
  try {
    execFileSync('unshare', [...OWN_DISKS, tmpdir(), tmpdir(), 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
