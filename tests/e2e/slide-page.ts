import { createReadStream, existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import type { MemoryRoom, MemoryScene } from '../../renderer/wall/web.ts'
import { launchElectron, ROOT } from './room.ts'

declare global {
  interface Window {
    readonly gallery: MemoryRoom
  }
}

/** The wall's own page in a window of a given size, fed with scenes from memory. */
export interface SlidePage {
  readonly page: Page
  /** Shows a scene and resolves with the wall's report when it is painted. */
  show(scene: MemoryScene): Promise<string>
  resize(width: number, height: number): Promise<void>
  close(): Promise<void>
}

/** `mediaFile` finds a derived file by its hash. */
export async function openSlidePage(mediaFile: (hash: string) => string): Promise<SlidePage> {
  const server = await serve(mediaFile)
  const app = await launchElectron([
    ...electronFlags(),
    join(ROOT, 'tests/e2e/browser'),
    '--',
    `${server.resolvedUrls?.local[0]}wall/web.html`,
  ])
  const page = await app.firstWindow({ timeout: 60_000 })
  await page.waitForFunction(() => 'gallery' in globalThis)
  return {
    page,
    show: (scene) => page.evaluate((each) => window.gallery.show(each), scene),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async close() {
      await app.close()
      await server.close()
    },
  }
}

async function serve(mediaFile: (hash: string) => string): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: resolve(ROOT, 'scripts/vite.renderer.config.ts'),
    logLevel: 'warn',
    server: { port: 0, hmr: false, watch: null, host: '127.0.0.1' },
    plugins: [
      {
        name: 'media-of-the-test',
        configureServer({ middlewares }) {
          middlewares.use('/media/', (request, response) => {
            const file = mediaFile(basename(request.url ?? ''))
            if (existsSync(file)) return void createReadStream(file).pipe(response)
            response.statusCode = 404
            response.end()
          })
        },
      },
    ],
  })
  return server.listen()
}

function electronFlags(): string[] {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']
}
