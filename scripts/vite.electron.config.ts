import { builtinModules } from 'node:module'
import path from 'node:path'
import { defineConfig } from 'vite'

const electron = path.resolve(import.meta.dirname, '../electron')

/** What is native or read from disk at run time; everything else is bundled. */
// audio-decode knows formats whose decoders it does not bring along; asking for one fails as it would unbundled.
const external = [
  'electron',
  'better-sqlite3',
  'sharp',
  // Native or WASM in files of their own; libheif is LGPL and stays replaceable.
  '@resvg/resvg-js',
  '@hyzyla/pdfium',
  /^libheif-js/,
  '@audio/decode-ape',
  ...builtinModules,
  /^node:/,
  /^electron\//,
]

/** For a build that can be repeated bit by bit, `SOURCE_DATE_EPOCH` names the second that counts as its time. */
const builtAt = Number(process.env['SOURCE_DATE_EPOCH']) * 1_000 || Date.now()

/**
 * `--mode host` builds main, library and the threads for rows and for what a curator writes, which may share chunks. `--mode preload` and `--mode preload-admin` build one
 * preload alone: a sandboxed one must be a single file, because it cannot require its neighbours.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  define: { __BUILT_AT__: builtAt },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      external,
      input:
        mode !== 'host'
          ? { [mode]: path.join(electron, `${mode}.ts`) }
          : {
              main: path.join(electron, 'main.ts'),
              library: path.join(electron, 'library/process.ts'),
              rows: path.join(electron, 'library/row-thread.ts'),
              curate: path.join(electron, 'curate/curate-thread.ts'),
              media: path.join(electron, 'library/derive/media-thread.ts'),
            },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared-[hash].cjs' },
    },
  },
}))
