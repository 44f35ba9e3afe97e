/** What a file is, told from its first bytes. What a browser says of it counts for nothing. */
const signatures = [
  { type: 'image/jpeg', extension: 'jpg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', extension: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', extension: 'gif', at: 0, bytes: ascii('GIF8') },
  { type: 'image/webp', extension: 'webp', at: 8, bytes: ascii('WEBP') },
  { type: 'image/avif', extension: 'avif', at: 4, bytes: ascii('ftypavif') },
  { type: 'application/pdf', extension: 'pdf', at: 0, bytes: ascii('%PDF-') },
  { type: 'video/mp4', extension: 'mp4', at: 4, bytes: ascii('ftypmp4') },
  { type: 'video/mp4', extension: 'mp4', at: 4, bytes: ascii('ftypiso') },
  { type: 'video/mp4', extension: 'mp4', at: 4, bytes: ascii('ftypM4V') },
  { type: 'video/webm', extension: 'webm', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { type: 'audio/mpeg', extension: 'mp3', at: 0, bytes: ascii('ID3') },
  { type: 'audio/mpeg', extension: 'mp3', at: 0, bytes: [0xff, 0xfb] },
] as const

export type FileType = (typeof signatures)[number]['type'] | 'image/svg+xml'

interface Recognized {
  type: FileType
  extension: string
}

/** So many bytes of a file are enough to know it, and a small file may have fewer. */
export const telling = 4_096

/** A drawing is text; `svg.ts` looks at all of it. */
const drawing =
  /^(?:\uFEFF)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>[]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/

export function recognize(head: Buffer): Recognized | undefined {
  const known = signatures.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte))
  if (known) return { type: known.type, extension: known.extension }
  return drawing.test(head.toString('utf8')) ? { type: 'image/svg+xml', extension: 'svg' } : undefined
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')]
}

/** What people look for by. */
export const fileKinds = ['image', 'video', 'audio', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

export const filterOf: Record<FileKind, object> = {
  image: { type: { _starts_with: 'image/' } },
  video: { type: { _starts_with: 'video/' } },
  audio: { type: { _starts_with: 'audio/' } },
  document: { type: { _starts_with: 'application/' } },
}
