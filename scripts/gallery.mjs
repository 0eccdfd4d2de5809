// Pictures of slides at several sizes, for eyes:
//   node scripts/gallery.mjs --content DIR --out DIR          every item of a content folder
//   node scripts/gallery.mjs --scenes FILE.json --media DIR   given scenes {name, play, notice, screen, room}; hashes are file names
// Options: --sizes 1920x1080,1080x1920  --only PATTERN  --theme evening  --browser PATH
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'

const { values } = parseArgs({
  options: {
    content: { type: 'string' },
    scenes: { type: 'string' },
    media: { type: 'string', default: '.' },
    out: { type: 'string', default: 'gallery' },
    sizes: { type: 'string', default: '1920x1080,1080x1920' },
    only: { type: 'string', default: '' },
    theme: { type: 'string', default: 'day' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
  },
})
const out = path.resolve(values.out)
mkdirSync(out, { recursive: true })
const content = values.content ? await import('./gallery-content.mjs') : undefined

const scenes = (await allScenes()).filter((scene) => new RegExp(values.only).test(scene.name))
const server = await createServer({
  configFile: path.resolve(import.meta.dirname, 'vite.renderer.config.ts'),
  logLevel: 'warn',
  server: { port: 0, hmr: false, watch: null },
  plugins: [{ name: 'gallery-media', configureServer: serveMedia }],
})
await server.listen()
const address = server.resolvedUrls?.local[0]
const browser = await chromium.launch({ executablePath: values.browser, args: ['--no-sandbox'] })
try {
  for (const size of values.sizes.split(',')) await drawAll(size)
} finally {
  await browser.close()
  await server.close()
}

/** @returns {Promise<any[]>} */
async function allScenes() {
  if (content && values.content) return content.contentScenes(path.resolve(values.content), out)
  if (values.scenes) return JSON.parse(readFileSync(values.scenes, 'utf8'))
  console.error('Say which slides to draw: --content DIR or --scenes FILE.json')
  process.exit(2)
}

/** @param {string} size */
async function drawAll(size) {
  const [width = 1920, height = 1080] = size.split('x').map(Number)
  const page = await browser.newPage({ viewport: { width, height } })
  page.on('pageerror', (error) => console.error(`  page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      console.error(`  console: ${message.text()}`)
  })
  await page.goto(`${address}wall/web.html`)
  await page.waitForFunction(() => 'gallery' in globalThis)
  for (const scene of scenes) {
    const file = path.join(out, `${scene.name}-${size}.png`)
    const themed = { ...scene, screen: { theme: values.theme, ...scene.screen } }
    const report = await page.evaluate(
      (/** @type {any} */ each) => /** @type {any} */ (globalThis).gallery.show(each),
      themed,
    )
    await page.screenshot({ path: file })
    console.log(`${file}  ${report}`)
  }
  await page.close()
}

/** @param {string} name */
function mediaFile(name) {
  return content ? content.contentFile(out, name) : path.join(values.media, name)
}

/** @param {import('vite').ViteDevServer} vite */
function serveMedia(vite) {
  vite.middlewares.use('/media/', (request, response) => {
    const file = mediaFile(path.basename(request.url ?? ''))
    if (existsSync(file)) {
      createReadStream(file).pipe(response)
      return
    }
    response.statusCode = 404
    response.end()
  })
}
