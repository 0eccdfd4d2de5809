import { rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Progress } from '../../electron/admin/tasks.ts'
import { openImporter } from '../../electron/curate/importer.ts'
import type { ImportAnswers, ImportPlan } from '../../renderer/core/admin/import.ts'
import { toneWav } from '../library/open-room.ts'
import { curatedRoom, NOW } from './curated-room.ts'

const TRUSTPILOT =
  'Domain Url,Webshop Name,Business Unit Id,Review Id,Review Created (UTC),Review Consumer User Id,Review Username,Review User Email,Review Title,Review Content,Review Stars,Source Of Review,Location Name\nx.org,X,1,r1,2026-03-04 10:00:00,u1,Ann Other,ann@x.org,Late,They sent me the long way round the building.,2,Organic,\n'
const FORM =
  'Sent,Loc,Say it\n2026-03-04,Hall,The lift was broken again and nobody had told me before.\n2026-03-05,Gate,I waited an hour for a chair and then I walked.\n'
const LETTER = '---\nkind: quote\ncaptured: 2026-03-04\nevidence: research\n---\n\n> Nobody told me.\n'
const CONSENT = {
  who: 'list 9',
  given: '2026-06-01',
  purposes: ['display'],
  audience: ['staff' as const],
  collected: undefined,
  controller: undefined,
  expires: undefined,
  withdrawn: undefined,
}
const ANSWERS: ImportAnswers = {
  kinds: {},
  leaveOut: [],
  tables: {},
  consent: CONSENT,
  source: 'Survey 2026',
}

function progress(): Progress & { told: string[]; stop(): void } {
  const controller = new AbortController()
  const told: string[] = []
  return {
    signal: controller.signal,
    tell: ({ key }) => void told.push(key),
    told,
    stop: () => controller.abort(),
  }
}

async function importingRoom(files: Parameters<typeof curatedRoom>[0] = {}) {
  const room = await curatedRoom(files)
  const outside = join(room.dataDir, '..', 'outside')
  await mkdir(outside, { recursive: true })
  const importer = openImporter({
    folder: room.folder,
    dataDir: join(room.dataDir, 'admin'),
    curator: room.curator,
    curation: () => room.reader.curation(),
    now: () => NOW,
  })
  return {
    ...room,
    importer,
    outside,
    async drop(files: Readonly<Record<string, string | Uint8Array>>): Promise<ImportPlan> {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(join(outside, name, '..'), { recursive: true })
        await writeFile(join(outside, name), content)
      }
      const tops = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? name))]
      const plan = await importer.plan(
        tops.map((name) => join(outside, name)),
        undefined,
        progress(),
      )
      if (!plan.ok) throw new Error(plan.message)
      return plan
    },
    async tree(): Promise<string[]> {
      const all = await readdir(room.folder, { recursive: true, withFileTypes: true })
      return all
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name).slice(room.folder.length + 1))
        .filter((name) => !name.startsWith('.'))
        .sort()
    },
  }
}

describe('what would come of it', () => {
  test('each file goes where its kind belongs, by its own word, its folder or what is in it', async () => {
    const room = await importingRoom({ 'Quotes/a.md': LETTER })
    const plan = await room.drop({
      'reviews.csv': TRUSTPILOT,
      'letter.md': LETTER,
      'box/calls/lift.wav': toneWav(),
      'box/calls/lift.vtt': 'WEBVTT\n\n00:00.000 --> 00:00.400\nHello.\n',
      'room.yaml': 'name: another\n',
    })
    expect(Object.fromEntries(plan.files.map(({ name, to, kindBy }) => [name, [to, kindBy]]))).toEqual({
      'reviews.csv': ['Quotes/reviews.csv', 'content'],
      'letter.md': ['Quotes/letter.md', 'said'],
      'box/calls/lift.wav': ['calls/lift.wav', 'folder'],
      'box/calls/lift.vtt': ['calls/lift.vtt', 'beside'],
    })
    expect(plan.refused).toMatchObject([{ path: 'room.yaml' }])
    expect(plan.asksConsent).toBe(true)
    expect(await room.tree()).toEqual(['Quotes/a.md'])
  })

  test('a table shows its first rows without the columns that tell who somebody is', async () => {
    const room = await importingRoom()
    const { tables } = await room.drop({ 'reviews.csv': TRUSTPILOT })
    expect(tables).toMatchObject([{ kind: 'quote', columns: { text: 'Review Content' } }])
    expect(JSON.stringify(tables)).not.toMatch(/Ann Other|ann@x\.org/)
  })

  test('archives: what is in them, but for links, paths that lead out and bombs', async () => {
    const room = await importingRoom()
    const text = (content: string) => new TextEncoder().encode(content)
    const plan = await room.drop({
      'good.zip': zipSync({
        'quotes/a.md': text(LETTER),
        '__MACOSX/x': text('x'),
        'inner.zip': zipSync({}),
        link: [text('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
      }),
      'bad.zip': zipSync({ '../evil.md': text(LETTER) }),
      'absolute.zip': zipSync({ '/etc/evil.md': text(LETTER) }),
      'bomb.zip': zipSync({ 'quotes/big.md': new Uint8Array(60_000_000) }),
    })
    expect(plan.files.map(({ to }) => to)).toEqual(['quotes/a.md'])
    expect(plan.refused.map(({ path }) => path).sort()).toEqual([
      'absolute.zip',
      'bad.zip',
      'bomb.zip',
      'good.zip/inner.zip',
      'good.zip/link',
    ])
  })

  test('what cannot be read keeps nothing else out', async () => {
    const room = await importingRoom()
    const from = join(room.outside, 'letters')
    await mkdir(join(from, 'nowhere'), { recursive: true })
    for (const name of ['a.md', 'z.md']) await writeFile(join(from, name), LETTER)
    const vanishing: Progress = {
      ...progress(),
      tell: ({ name }) =>
        name === 'letters/a.md' && rmSync(join(from, 'nowhere'), { recursive: true, force: true }),
    }
    const plan = await room.importer.plan([from], undefined, vanishing)
    expect(plan).toMatchObject({
      ok: true,
      files: [{ name: 'letters/a.md' }, { name: 'letters/z.md' }],
      refused: [{ path: 'letters/nowhere', because: 'gone' }],
    })
  })

  test('a link is not followed', async () => {
    const room = await importingRoom()
    await symlink('/etc/hosts', join(room.outside, 'hosts.md'))
    const plan = await room.importer.plan([join(room.outside, 'hosts.md')], undefined, progress())
    expect(plan).toMatchObject({ ok: true, files: [], refused: [{ path: 'hosts.md' }] })
  })
})

describe('bringing it in', () => {
  test('files, consent, source and the mapping of a table, as one change that can be undone and done again', async () => {
    const room = await importingRoom({ 'room.yaml': '# ours\nname: Room\n' })
    const plan = await room.drop({ 'form.csv': FORM, 'letter.md': LETTER })
    const [table] = plan.tables
    const key = table?.key ?? ''
    const answers = {
      ...ANSWERS,
      tables: { [key]: { columns: { text: 'Say it', captured: 'Sent' }, dates: undefined } },
      kinds: { [`${table?.id}`]: 'quote' },
    }
    const answer = await room.importer.run(plan.id, answers, progress())
    expect(answer).toMatchObject({ ok: true, sentence: { key: 'imported', files: 2 } })
    expect(await room.tree()).toEqual([
      'quotes/form.csv',
      'quotes/form.yaml',
      'quotes/letter.md',
      'room.yaml',
    ])
    expect(await room.read('room.yaml')).toContain('# ours\nname: Room\n')
    await room.index()
    expect(room.told().filter((line) => line.startsWith('error'))).toEqual([])
    expect(room.ids().filter((id) => id.startsWith('quotes/form#'))).toHaveLength(2)
    expect(room.reader.item('quotes/letter')?.envelope).toMatchObject({
      source: 'Survey 2026',
      consent: { who: 'list 9' },
    })
    await room.curator.undo()
    expect(await room.tree()).toEqual(['room.yaml'])
    expect(await room.read('room.yaml')).toBe('# ours\nname: Room\n')
    await room.curator.redo()
    expect(await room.read('quotes/letter.md')).toBe(LETTER)
  })

  test('nothing is written over: another file of that name gets a number, the same one is left out', async () => {
    const room = await importingRoom({ 'quotes/a.md': 'mine', 'quotes/b.md': LETTER })
    const plan = await room.drop({ 'a.md': LETTER, 'b.md': LETTER })
    expect(plan.files.map(({ to, state }) => [to, state])).toEqual([
      ['quotes/a-2.md', 'numbered'],
      ['quotes/b.md', 'identical'],
    ])
    // A file that comes to that place between the plan and the run.
    await room.put({ 'quotes/a-2.md': 'theirs' })
    expect(
      await room.importer.run(plan.id, { ...ANSWERS, consent: null, source: undefined }, progress()),
    ).toMatchObject({ ok: true, files: ['quotes/a-3.md'] })
    expect(await room.read('quotes/a.md')).toBe('mine')
    expect(await room.read('quotes/a-2.md')).toBe('theirs')
  })

  test('a name that differs by its capitals or its accents alone is the same name', async () => {
    const room = await importingRoom({ 'quotes/Café.md': 'mine', 'quotes/Same.md': LETTER })
    const plan = await room.drop({ 'CAFE\u0301.md': LETTER, 'same.MD': LETTER })
    expect(plan.files.map(({ to, state }) => [to, state])).toEqual([
      ['quotes/CAFÉ-2.md', 'numbered'],
      ['quotes/Same.md', 'identical'],
    ])
  })

  test('words that would be taken for a part of other ones get a number; what goes with a picture does not', async () => {
    const room = await importingRoom({
      'quotes/voices.csv': 'text\nHers\n',
      'photos/lift.jpg': 'a picture',
      'quotes/form.csv': FORM,
      'quotes/form.yaml': 'source: Survey\n',
    })
    const plan = await room.drop({
      'quotes/voices.yaml': 'consent: {public_source: The paper}\n',
      'photos/lift.md': '---\nalt: A lift\n---\n',
      'quotes/form.csv': FORM,
    })
    expect(plan.files.map(({ to, state }) => [to, state])).toEqual([
      ['quotes/form.csv', 'identical'],
      ['quotes/voices-2.yaml', 'numbered'],
      ['photos/lift.md', 'new'],
    ])
  })

  test('what goes away or is written to while it is copied: nothing of it all is in the folder', async () => {
    const room = await importingRoom()
    const none = { ...ANSWERS, consent: null, source: undefined }
    const plan = await room.drop({ 'a.md': LETTER, 'b.md': LETTER.replace('me', 'us') })
    const whileCopying = (work: () => void) => ({
      ...progress(),
      tell: ({ key, name }: { key: string; name?: string | undefined }) =>
        key === 'copying' && name === 'b.md' && work(),
    })
    const path = join(room.outside, 'b.md')
    expect(
      await room.importer.run(
        plan.id,
        none,
        whileCopying(() => writeFileSync(path, 'more')),
      ),
    ).toMatchObject({ because: 'conflict', path: 'b.md' })
    expect(await readdir(room.folder)).toEqual([])
    expect(
      await room.importer.run(
        plan.id,
        none,
        whileCopying(() => rmSync(path)),
      ),
    ).toMatchObject({ because: 'gone', path: 'b.md' })
    expect(await readdir(room.folder)).toEqual([])
  })

  test('what was edited since is not taken away by undo', async () => {
    const room = await importingRoom()
    const plan = await room.drop({ 'a.md': LETTER })
    await room.importer.run(plan.id, { ...ANSWERS, consent: null, source: undefined }, progress())
    await room.put({ 'quotes/a.md': `${LETTER}\nMore.\n` })
    expect(await room.curator.undo()).toMatchObject({ ok: false, because: 'conflict', path: 'quotes/a.md' })
  })

  test('what is erased is not kept among what was taken back either', async () => {
    const room = await importingRoom()
    const plan = await room.drop({ 'a.md': LETTER })
    await room.importer.run(plan.id, { ...ANSWERS, consent: null, source: undefined }, progress())
    await room.index()
    await room.curator.undo()
    await room.index()
    const trash = join(room.dataDir, 'admin', 'trash')
    expect(await readdir(trash)).toHaveLength(1)
    expect(
      await room.curator.change({ type: 'erase', items: ['quotes/a'], removeFiles: false }),
    ).toMatchObject({
      ok: true,
      erased: [{ journal: 1 }],
    })
    expect(await readdir(trash)).toEqual([])
  })

  test('stopped or failed, it leaves nothing', async () => {
    const room = await importingRoom({ 'room.yaml': 'name: a\nname: b\n' })
    const plan = await room.drop({ 'a.md': LETTER, 'b.md': LETTER })
    expect(await room.importer.run(plan.id, ANSWERS, progress())).toMatchObject({
      because: 'broken',
      path: 'room.yaml',
    })
    expect(await room.tree()).toEqual(['room.yaml'])
    await room.put({ 'room.yaml': 'name: a\n' })
    const stopped = progress()
    const running = room.importer.run(plan.id, ANSWERS, {
      ...stopped,
      tell: ({ key }) => key === 'copying' && stopped.stop(),
    })
    expect(await running).toMatchObject({ because: 'cancelled' })
    expect(await room.tree()).toEqual(['room.yaml'])
    expect((await readdir(room.folder)).filter((name) => name.startsWith('.~'))).toEqual([])
    expect(await readFile(join(room.folder, 'room.yaml'), 'utf8')).toBe('name: a\n')
  })
})
