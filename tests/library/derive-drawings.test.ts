import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivePicture } from '../../electron/library/derive/picture.ts'
import { sharp } from '../../electron/library/derive/sharp.ts'
import { safeSvg } from '../../electron/library/derive/svg.ts'
import { pdf } from './pdf-file.ts'

const SVG =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50"'

function svg(inside: string, before = ''): Buffer {
  return Buffer.from(`${before}<svg ${SVG}><rect width="100" height="50" fill="#208040"/>${inside}</svg>`)
}

function written(bytes: Uint8Array): string {
  const safe = safeSvg(bytes)
  if (!safe.ok) throw new Error(safe.message)
  return safe.svg
}

test.each([
  ['a script', '<script>alert(1)</script>', 'alert'],
  ['a script in CDATA', '<script><![CDATA[fetch("http://x")]]></script>', 'fetch'],
  [
    'foreign content',
    '<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="http://x"/></body></foreignObject>',
    'iframe',
  ],
  ['a handler', '<circle r="3" onload="alert(1)" onclick="alert(2)"/>', 'alert'],
  ['a link', '<a xlink:href="javascript:alert(1)"><circle r="3"/></a>', 'javascript'],
  [
    'a font from outside',
    '<style>@import "http://x/a.css"; @font-face{font-family:F;src:url(http://x/f.woff)} circle{fill:red}</style>',
    'http://x',
  ],
  ['a style from outside', '<circle r="3" style="fill:url(http://x/#a)"/>', 'http://x'],
  ['an instruction', '<?xml-stylesheet href="http://x/a.css"?>', 'http://x'],
])('%s is left out, and the rest is drawn', async (_, inside, gone) => {
  expect(written(svg(inside))).not.toContain(gone)
  expect(await derivePicture(svg(inside), 200)).toMatchObject({
    ok: true,
    media: { width: 200, height: 100, mime: 'image/png' },
  })
})

test.each([
  ['a picture from a web site', '<image href="http://localhost:9/x.png" width="9" height="9"/>'],
  ['a file of this computer', '<image xlink:href="file:///etc/hostname" width="9" height="9"/>'],
  ['a neighbour', '<image href="photo.jpg" width="9" height="9"/>'],
  ['part of another drawing', '<use href="other.svg#a"/>'],
  ['a drawing in the drawing', '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>'],
])('%s would be missing: the drawing is refused, with the reason', async (_, inside) => {
  const made = await derivePicture(svg(inside), 200)
  expect(made).toMatchObject({ ok: false, mayStillCome: false, hint: expect.stringContaining('Embed') })
})

test('entities that grow are refused', async () => {
  const bomb =
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
  expect(await derivePicture(svg('<text>&c;</text>', bomb), 200)).toMatchObject({
    ok: false,
    message: expect.stringContaining('entities'),
  })
  const outside = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  expect((await derivePicture(svg('<text>&x;</text>', outside), 200)).ok).toBe(false)
  const plain =
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
  expect((await derivePicture(svg('', plain), 200)).ok).toBe(true)
})

test('a drawing that is too deep, or has too many parts, is refused', async () => {
  expect((await derivePicture(svg('<g>'.repeat(3_000) + '</g>'.repeat(3_000)), 200)).ok).toBe(false)
  expect((await derivePicture(svg('<g/>'.repeat(210_000)), 200)).ok).toBe(false)
  const nested = Array.from(
    { length: 20 },
    (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
  ).join('')
  const made = await derivePicture(
    svg(`<defs><g id="g0"><circle r="1"/></g>${nested}</defs><use href="#g20"/>`),
    200,
  )
  expect(made.ok).toBe(false)
})

test('an embedded picture is drawn, unless its header says that it is too large', async () => {
  const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const image = (bytes: Buffer): Buffer =>
    svg(
      `<image href="data:image/png;base64,${bytes.toString('base64')}" x="0" y="0" width="50" height="50"/>`,
    )
  const made = await derivePicture(image(png), 200)
  if (!made.ok) throw new Error(made.message)
  const [red = 0, green = 0] = await sharp(made.bytes)
    .extract({ left: 40, top: 40, width: 1, height: 1 })
    .raw()
    .toBuffer()
  expect(red).toBeGreaterThan(green)
  png.writeUInt32BE(20_000, 16)
  png.writeUInt32BE(14_000, 20)
  expect((await derivePicture(image(png), 200)).ok).toBe(false)
})

test('a packed drawing (SVGZ) is refused before it is unpacked', async () => {
  expect(
    await derivePicture(Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(60, 1)]), 200),
  ).toMatchObject({
    ok: false,
    message: expect.stringContaining('SVGZ'),
  })
})

test('nothing that is written anew reaches outside, whatever the drawing says', () => {
  const piece = fc.constantFrom(
    '<image href="http://x/a.png"/>',
    '<use xlink:href="#a"/>',
    '<script>1</script>',
    '<style>a{fill:url(http://x)}</style>',
    '<g>',
    '</g>',
    '<circle fill="url( http://x)"/>',
    '<a href="http://x">',
    '</a>',
    '&amp;',
    '&x;',
    '<![CDATA[<script>]]>',
    '<!--',
    '-->',
    '<text>words</text>',
    '<rect style="fill:URL(\'http://x\')"/>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const safe = safeSvg(svg(pieces.join('')))
      if (!safe.ok) return
      expect(safe.svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(
        /http:|<script|<!ENTITY|<!DOCTYPE/,
      )
    }),
    { numRuns: 300 },
  )
})

test('each page of a PDF is a picture at the size of the wall', async () => {
  for (const [page, brightest] of [
    [1, 0],
    [2, 2],
  ] as const) {
    const made = await derivePicture(pdf(['1 0 0', '0 0 1']), 400, { page })
    if (!made.ok) throw new Error(made.message)
    expect(made.media).toMatchObject({ width: 400, height: 200, pages: 2, cutout: false, mime: 'image/png' })
    const pixel = await sharp(made.bytes)
      .removeAlpha()
      .extract({ left: 50, top: 100, width: 1, height: 1 })
      .raw()
      .toBuffer()
    expect(pixel[brightest]).toBeGreaterThan(200)
    expect(pixel[2 - brightest]).toBeLessThan(60)
  }
  expect(await derivePicture(pdf(['1 0 0']), 400, { page: 3 })).toMatchObject({
    ok: false,
    hint: expect.stringContaining('page from 1 to 1'),
  })
})

test('a PDF that holds a picture of 280 megapixels is refused by what it claims', async () => {
  const made = await derivePicture(
    pdf(['1 0 0'], '/Resources << /XObject << /I << /Width 20000 /Height 14000 >> >> >>'),
    400,
  )
  expect(made).toMatchObject({
    ok: false,
    mayStillCome: false,
    message: expect.stringContaining('280 megapixels'),
  })
})

test('a PDF cut off or changed anywhere is drawn or explained', async () => {
  const whole = pdf(['1 0 0', '0 1 0'])
  expect(await derivePicture(whole.subarray(0, whole.length - 40), 200)).toMatchObject({
    ok: false,
    mayStillCome: true,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const made = await derivePicture(bytes, 64)
        expect(made.ok || (made.message !== '' && made.hint !== '')).toBe(true)
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)
