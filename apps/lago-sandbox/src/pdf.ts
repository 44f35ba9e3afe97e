const escapePdf = (text: string) => text.replace(/[\\()]/g, '\\$&')

// The built-in fonts of PDF know Latin-1 with a few more; the euro sign has its own place among those.
const encode = (text: string) =>
  Buffer.from(text.replaceAll('€', '\x80').replace(/[^\x20-\x7e\x80\xa0-\xff]/g, '?'), 'latin1')

/** A one-page A4 document (ISO 32000) with a heading and lines of text. */
export function textPdf(title: string, lines: string[]) {
  const content = Buffer.concat([
    encode(`BT /F1 20 Tf 60 770 Td (${escapePdf(title)}) Tj ET `),
    ...lines.map((line, index) =>
      encode(`BT /F1 11 Tf 60 ${735 - index * 18} Td (${escapePdf(line)}) Tj ET `),
    ),
  ])
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ]
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  for (const [index, object] of objects.entries()) {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
        `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}
