import type { HeaderReader } from './header-reader.ts'
import { ImageError } from './image-error.ts'
import type { RawImage } from './raw-image.ts'

/** Bytes before the end of the first tag. */
const LONGEST_START = 64 * 1024

/** CSS pixels; 1 for what is not here. */
const UNITS: Readonly<Record<string, number>> = {
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  ex: 8,
}
const LENGTH = /^\s*\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(px|in|cm|mm|pt|pc|em|ex)?\s*$/
/** What may stand before the first tag, each at the place where it begins. */
const BEFORE = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const

/** SVG: width and height of the first tag, else of its view box. Entities are never expanded: whoever declares some is refused. */
export function svgHeader(reader: HeaderReader): RawImage {
  const bytes = reader.read(0, Math.min(reader.size, LONGEST_START))
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const said = attributesOf(firstTag(text))
  const [, , boxWidth = null, boxHeight = null] = boxOf(said.get('viewBox'))
  const width = lengthOf(said.get('width'))
  const height = lengthOf(said.get('height'))
  const ratio = boxWidth === null || boxHeight === null ? null : boxWidth / boxHeight
  const rounded = (length: number | null): number | null => (length === null ? null : Math.max(1, Math.round(length)))
  return {
    width: rounded(width ?? (height === null || ratio === null ? boxWidth : height * ratio)),
    height: rounded(height ?? (width === null || ratio === null ? boxHeight : width / ratio)),
    exif: null,
  }
}

/** By the byte order mark. */
export const encodingOf = ([first, second]: Buffer): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

/** What stands inside of the brackets of the first tag, which must be `svg`. */
function firstTag(text: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    const before = BEFORE.find(([open]) => text.startsWith(open, at))
    if (before !== undefined) at = after(text, before[1], at)
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) at = afterDoctype(text, at)
    else break
  }
  const tag = /^<(?:[\w-]+:)?svg(?=[\s/>])/.exec(text.slice(at, at + 100))
  if (tag === null)
    throw new ImageError({
      message: 'The file is no SVG picture.',
      expected: '<svg',
      found: text.slice(at, at + 20).replace(/\p{Cc}+/gu, ' ') || 'the end of the file',
    })
  return text.slice(at + tag[0].length, endOfTag(text, at))
}

function after(text: string, end: string, at: number): number {
  const found = text.indexOf(end, at)
  if (found === -1) throw endless()
  return found + end.length
}

/** The end of a tag that begins at a place: brackets in quotes are none. */
function endOfTag(text: string, start: number): number {
  let quote = ''
  for (let at = start; at < text.length; at++) {
    const letter = text[at] as string
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  throw endless()
}

function afterDoctype(text: string, at: number): number {
  const end = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  if (end === -1) throw endless()
  if (subset === -1 || subset > end) return end + 1
  const close = after(text, ']', subset)
  const entity = text.slice(subset, close).search(/<!entity/i)
  if (entity !== -1)
    throw new ImageError({
      line: text.slice(0, subset + entity).split(/\r\n?|\n/).length,
      message: 'The SVG picture declares entities.',
      expected: 'a picture without <!ENTITY',
      found: '<!ENTITY',
      next: 'Save it without a document type: entities may stand for files and explode.',
    })
  return after(text, '>', close)
}

const endless = (): ImageError =>
  new ImageError({
    message: 'The first tag of the SVG picture has no end.',
    expected: `its end within ${LONGEST_START} bytes`,
    found: 'none',
  })

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const [, name = '', , double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g))
    if (!said.has(name)) said.set(name, double ?? single ?? '')
  return said
}

/** Of a share (`100%`) and of anything that is no length: null. */
function lengthOf(said: string | undefined): number | null {
  const [, number, unit] = LENGTH.exec(said ?? '') ?? []
  const length = Number(number) * (UNITS[unit ?? 'px'] ?? 1)
  return number === undefined || !(length > 0) ? null : length
}

function boxOf(said: string | undefined): (number | null)[] {
  const parts = (said ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return parts.length === 4 && parts.every(Number.isFinite) && (parts[2] ?? 0) > 0 && (parts[3] ?? 0) > 0 ? parts : []
}
