import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '../renderer')
const windows = ['wall', 'admin']
  .map((name) => [name, path.join(root, name, 'index.html')] as const)
  .filter(([, file]) => existsSync(file))

export default defineConfig({
  root,
  // The windows are served from a custom protocol; relative addresses work wherever that is.
  base: './',
  publicDir: false,
  plugins: [react()],
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
