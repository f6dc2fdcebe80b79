import { decodeWindows } from '../decode-windows.ts'

/** Bytes that are known to be UTF-8, or Windows-1252, as text whose line ends are `\n`. */
export function decodeBlock(bytes: Buffer, windows: boolean): string {
  const text = windows ? decodeWindows(bytes) : bytes.toString('utf8')
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
