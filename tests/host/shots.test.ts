import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PaintedPlay } from '../../electron/records/records.ts'
import { slug, takeShots } from '../../electron/shots.ts'
import { START } from './fake-clock.ts'
import { tempDir } from './temp.ts'

const PLAY: PaintedPlay = {
  playId: '7-1',
  screen: 'default',
  itemId: 'quotes/a',
  kind: 'quote',
  title: 'Größer, “schneller”!',
  part: 0,
  paintedAt: START,
}

function shots(dir: string, current = (): string => '7-1') {
  const said: string[] = []
  const take = takeShots({
    dir,
    capture: async () => Buffer.from('PNG'),
    current,
    say: (line) => said.push(line),
  })
  return { take, said }
}

const linesOf = (dir: string): unknown[] =>
  readFileSync(join(dir, 'shots.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('pictures of what was painted', () => {
  it('numbers them and writes a line for each, and goes on with the numbers of before', async () => {
    const dir = join(tempDir(), 'made/by/it')
    await shots(dir).take(PLAY)
    await shots(dir).take(PLAY)
    const line = { playId: '7-1', itemId: 'quotes/a', kind: 'quote', title: PLAY.title, paintedAt: START }
    expect(linesOf(dir)).toEqual([
      { seq: 1, ...line, file: '0001-quote-grosser-schneller.png' },
      { seq: 2, ...line, file: '0002-quote-grosser-schneller.png' },
    ])
    expect(readdirSync(dir).sort()).toEqual([
      '0001-quote-grosser-schneller.png',
      '0002-quote-grosser-schneller.png',
      'shots.jsonl',
    ])
  })

  it('keeps no picture of another slide', async () => {
    const dir = tempDir()
    await shots(dir, () => '7-2').take(PLAY)
    expect(readdirSync(dir)).toEqual([])
  })

  it('says once that it cannot write, and goes on', async () => {
    const file = join(tempDir(), 'file')
    writeFileSync(file, '')
    const { take, said } = shots(join(file, 'shots'))
    await take(PLAY)
    await take(PLAY)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('The wall goes on.')
  })

  it('names a picture whatever the title', () => {
    expect(slug('日本語')).toBe('slide')
    expect(slug('a'.repeat(99))).toHaveLength(40)
    expect(slug('../../etc/passwd')).toBe('etc-passwd')
  })
})
