import { afterEach, expect, test } from 'vitest'
import { makeRoom, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

const COMPOSED = 'quotes/café.md'.normalize('NFC')
const DECOMPOSED = 'quotes/café.md'.normalize('NFD')

test.each([
  ['composed', COMPOSED, DECOMPOSED],
  ['decomposed', DECOMPOSED, COMPOSED],
])(
  'of two files of one name, the %s one written first, always the same is shown, and the other is told',
  async (_, ...paths) => {
    room = await makeRoom({})
    for (const path of paths) {
      await room.put({ [path]: quoteFile(path === COMPOSED ? 'Composed.' : 'Decomposed.') })
      await room.index()
    }
    expect(room.ids()).toEqual(['quotes/café'.normalize('NFC')])
    expect(JSON.stringify(room.reader.item(room.ids()[0] ?? ''))).toContain('Decomposed.')
    expect(room.told()).toHaveLength(1)
    expect(room.told()[0]).toContain(`warning ${COMPOSED}: This name is here twice`)
    const revision = room.reader.revision()
    await room.index()
    expect(room.reader.revision()).toBe(revision)
    await room.remove(DECOMPOSED)
    await room.index()
    expect(JSON.stringify(room.reader.item(room.ids()[0] ?? ''))).toContain('"Composed.')
    expect(room.told()).toEqual([])
  },
)
