import { globSync, readFileSync } from 'node:fs'
import { posix, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

export const ROOT = resolve(import.meta.dirname, '../..')

/** One import as it stands in a file: `target` is a path from the project's root, or the name of a package. */
export interface Import {
  readonly file: string
  readonly target: string
  readonly isPackage: boolean
}

/** Source files of the product; tests may reach anywhere. */
export function sourceFiles(): string[] {
  return globSync(['electron/**/*.{ts,tsx,mjs}', 'renderer/**/*.{ts,tsx}'], { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()
}

/** Every static, dynamic and re-exporting import of a file, types included: a type is a dependency too. */
export function importsOf(file: string): Import[] {
  const source = readFileSync(resolve(ROOT, file), 'utf8')
  const { module } = parseSync(file, source)
  const requests = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) =>
      each.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map((each) =>
      source.slice(each.moduleRequest.start + 1, each.moduleRequest.end - 1),
    ),
  ]
  return requests.map((request) => resolveImport(file, request))
}

function resolveImport(file: string, request: string): Import {
  const path = request.split('?')[0] ?? request
  if (!path.startsWith('.')) return { file, target: packageName(path), isPackage: true }
  const target = posix.join(posix.dirname(file), path)
  return { file, target: relative(ROOT, resolve(ROOT, target)).replaceAll('\\', '/'), isPackage: false }
}

function packageName(request: string): string {
  if (request.startsWith('node:')) return 'node'
  const parts = request.split('/')
  return request.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? request)
}
