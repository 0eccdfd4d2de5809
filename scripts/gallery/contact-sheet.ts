import type { Item } from '../../renderer/core/item.ts'
import { formatProblem, type Problem } from '../../renderer/core/problem.ts'
import type { Shape } from './shapes.ts'

export interface DrawnItem {
  readonly title: string
  readonly kind: string
  /** Where it stands: `path:line`. */
  readonly place: string
  readonly envelope: Item['envelope']
  readonly pictures: readonly {
    readonly shape: Shape
    /** Name of the PNG beside the page. */
    readonly file: string
    /** What the wall said of it: `painted`, or what is wrong. */
    readonly report: string
  }[]
}

export interface Sheet {
  readonly name: string
  readonly folder: string
  readonly items: readonly DrawnItem[]
  readonly notShown: readonly {
    readonly path: string
    readonly line: number
    readonly state: string
    readonly reasons: readonly string[]
  }[]
  readonly problems: readonly Problem[]
}

/** One page of all pictures, for a screen and for paper: each item with its source, its consent and a line to sign. */
export function contactSheet(
  sheets: readonly Sheet[],
  { shapes, drawnAt }: { readonly shapes: readonly Shape[]; readonly drawnAt: Date },
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(sheets[0]?.name ?? 'Customer Room')}: every slide</title>
<style>${STYLE}</style>
</head>
<body>
${sheets.map((sheet) => section(sheet, shapes, drawnAt)).join('\n')}
</body>
</html>
`
}

function section(sheet: Sheet, shapes: readonly Shape[], drawnAt: Date): string {
  const drawn = `${sheet.items.length} slides in ${shapes.map(({ name }) => name).join(', ')}, drawn ${drawnAt.toISOString().slice(0, 10)} from ${sheet.folder}`
  const withheld = sheet.notShown.map(
    ({ path, line, state, reasons }) =>
      `<li>${escaped(`${path}:${line}: ${state}: ${reasons.join(' ')}`)}</li>`,
  )
  const problems = sheet.problems
    .filter(({ severity }) => severity !== 'note')
    .map((problem) => `<li>${escaped(formatProblem(problem))}</li>`)
  return `<h1>${escaped(sheet.name)}</h1>
<p>${escaped(drawn)}</p>
${sheet.items.map(article).join('\n')}
${list('Not shown, and so not drawn', withheld)}
${list('Problems', problems)}`
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<h2>${title}</h2>\n<ul>${lines.join('\n')}</ul>`
}

function article({ title, kind, place, envelope, pictures }: DrawnItem): string {
  const facts = [place, envelope.source, envelope.captured, consentOf(envelope)].filter(Boolean).join(' · ')
  const figures = pictures.map(
    ({ shape, file, report }) =>
      `<figure style="--ratio:${shape.width / shape.height}"><a href="${encodeURI(file)}"><img src="${encodeURI(file)}" alt="${escaped(title)}, ${shape.width} by ${shape.height}" loading="lazy"></a><figcaption>${shape.width} × ${shape.height}${report === 'painted' ? '' : ` <strong>${escaped(report)}</strong>`}</figcaption></figure>`,
  )
  return `<article>
<h3>${escaped(kind)}: ${escaped(title)}</h3>
<p>${escaped(facts)}</p>
<div>${figures.join('')}</div>
<p class="sign">Seen by ______________________ on ______________ may hang ☐ change ☐</p>
</article>`
}

function consentOf({ consent }: Item['envelope']): string {
  if (!consent) return ''
  if ('public_source' in consent) return `published: ${consent.public_source}`
  const { given, expires, audience } = consent
  return `consent of ${given}${expires ? ` until ${expires}` : ''} for ${audience.join(', ')}`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

const STYLE = `
body { margin: 32px; font: 15px/1.45 system-ui, sans-serif; color: #1E1A17; background: #F7F1E5 }
h1 { margin: 48px 0 0 } h3 { margin: 0 } p { margin: 4px 0; color: #453E37 }
article { margin: 28px 0; border-top: 1px solid #1E1A17; padding-top: 12px; break-inside: avoid }
div { display: flex; flex-wrap: wrap; gap: 12px; margin: 8px 0 }
figure { margin: 0; width: calc(220px * var(--ratio)) } img { width: 100%; display: block }
figcaption { font-size: 12px } .sign { display: none }
@media print { body { margin: 0; background: none } figure { width: calc(38mm * var(--ratio)) } .sign { display: block } }
`
