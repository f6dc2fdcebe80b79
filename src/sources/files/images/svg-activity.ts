import { encodingOf } from './svg-header.ts'

/** Letters of a part that are looked at again with the next one. */
const OVERLAP = 256

/** What runs, or loads from elsewhere, where a browser opens the picture by itself. */
const ACTIVE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['<script', /<(?:[\w-]{1,50}:)?script\b/i],
  ['<foreignObject', /<(?:[\w-]{1,50}:)?foreignobject\b/i],
  ['javascript:', /javascript\s{0,50}:/i],
  ['<!ENTITY', /<!entity\b/i],
]
const LISTENER = /[\s"'/](on[a-z]{3,30})\s{0,50}=/i

/** The first thing in an SVG picture that could run as a program; null where there is none. */
export function svgActivity(parts: Iterable<Buffer>): string | null {
  let decode: ((bytes: Buffer) => string) | null = null
  let held = ''
  for (const chunk of parts) {
    decode ??= decoderFor(chunk)
    const text = held + decode(chunk)
    const found = ACTIVE.find(([, pattern]) => pattern.test(text))?.[0] ?? LISTENER.exec(text)?.[1]
    if (found !== undefined) return found
    held = text.slice(-OVERLAP)
  }
  return null
}

function decoderFor(first: Buffer): (bytes: Buffer) => string {
  const decoder = new TextDecoder(encodingOf(first))
  return (bytes) => decoder.decode(bytes, { stream: true })
}
