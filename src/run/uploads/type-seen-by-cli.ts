/** How texts of a kind begin. */
const MARKUP: readonly (readonly [begins: RegExp, type: string])[] = [
  [/^\s*<\?xml/, 'text/xml'],
  [/^\s*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[ >]/i, 'text/html'],
  [/^\s*<!--/, 'text/html'],
  [/^%PDF-/, 'application/pdf'],
  [/^%!PS-Adobe-/, 'application/postscript'],
]
/** How other files begin, in hexadecimal digits; dots stand for any. */
const BEGINNINGS: readonly (readonly [begins: RegExp, type: string])[] = [
  [/^0000(01|02)00/, 'image/x-icon'],
  [/^424d/, 'image/bmp'],
  [/^47494638(37|39)61/, 'image/gif'],
  [/^52494646.{8}574542505650/, 'image/webp'],
  [/^89504e470d0a1a0a/, 'image/png'],
  [/^ffd8ff/, 'image/jpeg'],
  [/^464f524d.{8}41494646/, 'audio/aiff'],
  [/^494433/, 'audio/mpeg'],
  [/^4f67675300/, 'application/ogg'],
  [/^4d54686400000006/, 'audio/midi'],
  [/^52494646.{8}41564920/, 'video/avi'],
  [/^52494646.{8}57415645/, 'audio/wave'],
  [/^.{8}66747970(6d7034|.{16}(.{8})*6d7034)/, 'video/mp4'],
  [/^1a45dfa3/, 'video/webm'],
  [/^00010000/, 'font/ttf'],
  [/^4f54544f/, 'font/otf'],
  [/^774f4646/, 'font/woff'],
  [/^774f4632/, 'font/woff2'],
  [/^1f8b08/, 'application/x-gzip'],
  [/^504b0304/, 'application/zip'],
]

/**
 * The media type under which `supabase seed buckets` uploads a file: it goes by the first 512 bytes, as the WHATWG's standard for sniffing says. Null: a text, whose
 * name decides.
 */
export function typeSeenByCli(head: Uint8Array): string | null {
  const bytes = Buffer.from(head.subarray(0, 512))
  const found =
    MARKUP.find(([begins]) => begins.test(bytes.toString('latin1'))) ??
    BEGINNINGS.find(([begins]) => begins.test(bytes.toString('hex')))
  return found?.[1] ?? (bytes.some(isOfNoText) ? 'application/octet-stream' : null)
}

const isOfNoText = (byte: number): boolean =>
  byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)
