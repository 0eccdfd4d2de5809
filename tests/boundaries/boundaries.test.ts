import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Import, importsOf, ROOT, sourceFiles } from './imports.ts'
import { schemaViolation, violation } from './rules.ts'

const files = sourceFiles()
const imports = files.flatMap(importsOf)

describe('who may import what', () => {
  it('holds in every file', () => {
    expect(imports.map(violation).filter((each) => each !== undefined)).toEqual([])
  })

  it('holds for everything that a schema reaches', () => {
    const reached = new Set(files.filter((file) => /^renderer\/kinds\/[^/]+\/schema\.ts$/.test(file)))
    for (const file of reached) {
      for (const each of imports) {
        if (each.file === file && each.target.startsWith('renderer/kinds/')) reached.add(each.target)
      }
    }
    const broken = imports.filter((each) => reached.has(each.file)).map(schemaViolation)
    expect(broken.filter((each) => each !== undefined)).toEqual([])
    expect(reached.size).toBeGreaterThanOrEqual(4)
  })

  it('reads real files and real imports', () => {
    expect(files).toContain('renderer/core/player.ts')
    expect(imports).toContainEqual({
      file: 'renderer/core/player.ts',
      target: 'renderer/core/player-state.ts',
      isPackage: false,
    })
  })

  it.each<[string, string, boolean]>([
    ['renderer/core/deck.ts', 'node', true],
    ['renderer/core/deck.ts', 'react', true],
    ['renderer/core/deck.ts', 'renderer/kinds/index.ts', false],
    ['renderer/kinds/quote/schema.ts', 'node', true],
    ['renderer/wall/Wall.tsx', 'renderer/admin/Admin.tsx', false],
    ['renderer/wall/Wall.tsx', 'electron', true],
    ['renderer/ui/Frame.tsx', 'renderer/wall/Wall.tsx', false],
    ['electron/host.ts', 'electron', true],
    ['electron/host.ts', 'sharp', true],
    ['electron/host.ts', 'react', true],
    ['electron/library/library.ts', 'renderer/kinds/quote/Slide.tsx', false],
    ['renderer/attic/thing.ts', 'zod', true],
  ])('would refuse %s importing %s', (file, target, isPackage) => {
    const found: Import = { file, target, isPackage }
    expect(violation(found)).toBeDefined()
  })

  it('lets nothing in core or the kinds read a clock or chance', () => {
    const pure = files.filter((file) => /^renderer\/core\/|^renderer\/kinds\/[^/]+\/[a-z-]+\.ts$/.test(file))
    const impure = pure.filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|performance\.now\(/.test(
        readFileSync(`${ROOT}/${file}`, 'utf8'),
      ),
    )
    expect(impure).toEqual([])
  })
})
