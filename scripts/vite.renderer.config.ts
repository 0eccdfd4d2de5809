import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = path.resolve(import.meta.dirname, '../renderer')
const pages = { wall: 'wall/index.html', receipt: 'wall/receipt.html', admin: 'admin/index.html' }
const windows = Object.entries(pages)
  .map(([name, page]) => [name, path.join(root, page)] as const)
  .filter(([, file]) => existsSync(file))

export default defineConfig({
  root,
  // The windows are served from a custom protocol; relative addresses work wherever that is.
  base: './',
  publicDir: false,
  plugins: [react(), fontLicences()],
  build: {
    emptyOutDir: false,
    target: 'chrome130',
    // The strict CSP allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: Object.fromEntries(windows) },
  },
})

/** The fonts' licence goes with every copy of them (OFL 1.1, condition 2). */
function fontLicences(): Plugin {
  return {
    name: 'font-licences',
    apply: 'build',
    generateBundle() {
      const project = path.resolve(root, '..')
      const { devDependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'))
      const source = Object.keys(devDependencies)
        .filter((name) => name.startsWith('@fontsource'))
        .map(
          (name) => `${name}\n\n${readFileSync(path.join(project, 'node_modules', name, 'LICENSE'), 'utf8')}`,
        )
        .join('\n\n\n')
      this.emitFile({ type: 'asset', fileName: 'FONT-LICENSES.txt', source })
    },
  }
}
