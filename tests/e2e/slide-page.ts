import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Connect, createServer, type PluginOption, preview } from 'vite'
import { withFolderLock } from '../../electron/curate/folder-lock.ts'
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
  /** The window itself, where the size of what is composited matters; it may be larger than the display. */
  resizeWindow(width: number, height: number): Promise<void>
  close(): Promise<void>
}

/** `mediaFile` finds a derived file by its hash; `built` serves the page as it is shipped, built once a run. */
export async function openSlidePage(
  mediaFile: (hash: string) => string,
  { built = false } = {},
): Promise<SlidePage> {
  const server = await (built ? serveBuilt(mediaFile) : serve(mediaFile))
  const app = await launchElectron([
    ...electronFlags(),
    join(ROOT, 'tests/e2e/browser'),
    '--',
    `${server.url}wall/web.html`,
  ])
  const page = await app.firstWindow({ timeout: 60_000 })
  await page.waitForFunction(() => 'gallery' in globalThis)
  return {
    page,
    show: (scene) => page.evaluate((each) => window.gallery.show(each), scene),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async resizeWindow(width, height) {
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
        [width, height] as const,
      )
      // Chromium on X11 takes a pixel off a window that is as large as the display.
      await page.waitForFunction(
        ([wide, high]) => Math.abs(innerWidth - wide) <= 1 && Math.abs(innerHeight - high) <= 1,
        [width, height] as const,
      )
    },
    async close() {
      await app.close()
      await server.close()
    },
  }
}

interface Server {
  readonly url: string | undefined
  close(): Promise<void>
}

const CONFIG = resolve(ROOT, 'scripts/vite.renderer.config.ts')
/** The page is built within seconds; another file of the run may be deriving its rooms meanwhile. */
const BUILDING_MS = 150_000
const ADDRESS = { port: 0, host: '127.0.0.1' }

async function serve(mediaFile: (hash: string) => string): Promise<Server> {
  const server = await createServer({
    configFile: CONFIG,
    logLevel: 'warn',
    server: { ...ADDRESS, hmr: false, watch: null },
    plugins: [mediaOf(mediaFile)],
  })
  await server.listen()
  return { url: server.resolvedUrls?.local[0], close: () => server.close() }
}

async function serveBuilt(mediaFile: (hash: string) => string): Promise<Server> {
  const ofRun = process.env['CUSTOMER_ROOM_TEST_ROOMS']
  const base = ofRun ?? mkdtempSync(join(tmpdir(), 'customer-room-page-'))
  const outDir = join(base, 'page')
  mkdirSync(base, { recursive: true })
  // Of a run's files the first builds it, and the others find it built.
  await withFolderLock(base, () => buildPage(outDir), BUILDING_MS)
  const server = await preview({
    configFile: CONFIG,
    logLevel: 'warn',
    build: { outDir },
    preview: ADDRESS,
    plugins: [mediaOf(mediaFile)],
  })
  return {
    url: server.resolvedUrls?.local[0],
    async close() {
      await server.close()
      if (!ofRun) rmSync(base, { recursive: true, force: true })
    },
  }
}

async function buildPage(outDir: string): Promise<void> {
  if (existsSync(outDir)) return
  const input = resolve(ROOT, 'renderer/wall/web.html')
  const next = `${outDir}.next`
  // Tests run with a NODE_ENV of their own, which would bring another React than the one that is shipped.
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = 'production'
  try {
    const options = { outDir: next, emptyOutDir: true, rolldownOptions: { input } }
    await build({ configFile: CONFIG, logLevel: 'warn', build: options })
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = NODE_ENV
  }
  renameSync(next, outDir)
}

function mediaOf(mediaFile: (hash: string) => string): PluginOption {
  const serveMedia = ({ middlewares }: { readonly middlewares: Connect.Server }): void => {
    middlewares.use('/media/', (request, response) => {
      const file = mediaFile(basename(request.url ?? ''))
      if (existsSync(file)) return void createReadStream(file).pipe(response)
      response.statusCode = 404
      response.end()
    })
  }
  return { name: 'media-of-the-test', configureServer: serveMedia, configurePreviewServer: serveMedia }
}

function electronFlags(): string[] {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']
}
