const starts =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    bytes.every((byte, i) => head[i] === byte)

const brand =
  (...names: readonly string[]) =>
  (head: Buffer): boolean =>
    head.toString('latin1', 4, 8) === 'ftyp' && names.includes(head.toString('latin1', 8, 12))

/** Among the kinds that the file says it can be read as. */
const suits = (head: Buffer, name: string): boolean =>
  head.toString('latin1', 16, Math.min(head.readUInt32BE(0), 256)).includes(name)

/** How the content of each kind begins. */
const KINDS: readonly (readonly [type: string, is: (head: Buffer) => boolean])[] = [
  ['image/jpeg', starts(0xff, 0xd8, 0xff)],
  ['image/png', starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['image/webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
  ['image/avif', (head) => brand('avif', 'avis')(head) || (brand('mif1', 'msf1')(head) && suits(head, 'avif'))],
  ['image/heic', brand('heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1')],
  ['image/bmp', starts(0x42, 0x4d)],
  ['image/vnd.microsoft.icon', starts(0, 0, 1, 0)],
  ['image/tiff', (head) => /^(?:II\*\0|MM\0\*)/.test(head.toString('latin1', 0, 4))],
  ['image/svg+xml', isMarkup],
]

/** The media type of a picture by how its content begins; null where it is none that is known. */
export const kindOfImage = (head: Buffer): string | null => KINDS.find(([, is]) => is(head))?.[0] ?? null

/** A text that begins with a tag, behind a byte order mark and blanks, whatever its encoding; `svg-header` looks closer. */
function isMarkup(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 512).replaceAll('\0', '')
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:[?!]|(?:[\w-]+:)?svg\b)/.test(text)
}
