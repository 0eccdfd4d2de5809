import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { facesFor, regionOf } from './faces.ts'

const HERE = import.meta.dirname
const read = (file: string): string => readFileSync(join(HERE, file), 'utf8')
const quoted = (css: string): string[] =>
  [...css.matchAll(/['"]([A-Z][^'"]+)['"]/g)].flatMap((found) => found[1] ?? [])

/** What fonts.css declares, in itself and in the packages that it takes in. */
function declared(): Set<string> {
  const css = read('fonts.css')
  const packages = [...css.matchAll(/@import '([^']+)'/g)].flatMap((found) => found[1] ?? [])
  const sources = packages.map((file) => readFileSync(resolve(HERE, '../../node_modules', file), 'utf8'))
  return new Set(
    [css, ...sources]
      .flatMap((each) => [...each.matchAll(/font-family: '([^']+)'/g)])
      .map(([, name]) => name ?? ''),
  )
}

function families(texts: readonly string[], author?: string, room = 'en'): string[] {
  return facesFor(texts, author, room).flatMap(({ font }) => quoted(font))
}

test('every family that is named is one that the product ships', () => {
  const shipped = declared()
  const named = [
    ...quoted(read('scripts.css')),
    ...families(['手伝い', '도와', 'مرحبا שלום ไทย हिन्दी Привет 😀']),
    ...families(['直'], 'zh-TW'),
    ...families(['直'], 'zh'),
  ]
  expect(named.filter((family) => !shipped.has(family))).toEqual([])
})

test('a text asks for the faces of its own script and country, and for no other', () => {
  expect(families(['Nobody told us — not once.']).filter((family) => family.startsWith('Noto'))).toEqual([])
  expect(families(['誰も教えてくれませんでした']).filter((family) => family.startsWith('Noto'))).toEqual([
    'Noto Serif JP Variable',
    'Noto Sans JP Variable',
  ])
  // Her name is in Han alone, and she speaks Japanese.
  expect(families(['佐藤', '誰も教えてくれませんでした'])).not.toContain('Noto Serif SC Variable')
  expect(families(['לא אמרו לנו'])).toContain('Noto Serif Hebrew Variable')
})

test('each language is drawn in the forms of its country', () => {
  expect(['ja-JP', 'ko', 'zh', 'zh-CN', 'zh-TW', 'zh-Hant-HK', 'yue', 'en'].map(regionOf)).toEqual([
    'JP',
    'KR',
    'SC',
    'SC',
    'TC',
    'TC',
    'TC',
    'SC',
  ])
})
