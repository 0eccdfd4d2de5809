const FONT = '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'

/** A PDF of pages of 200 x 100 points, each with a square of one colour in its lower left, and words if wanted. */
export function pdf(colours: readonly string[], extra = '', words = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${colours.length} /Kids [${colours.map((_, at) => `${3 + at * 2} 0 R`).join(' ')}] >>`,
  ]
  for (const [at, colour] of colours.entries()) {
    const text = words === '' ? '' : ` 0 g BT /F1 9 Tf 5 50 Td (${words}) Tj ET`
    const drawing = `${colour} rg 0 0 100 100 re f${text}`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents ${4 + at * 2} 0 R ${extra} ${words === '' ? '' : FONT} >>`,
    )
    objects.push(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`)
  }
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`)
}
