import type { TextOptions } from '../../../model/shapes.ts'
import type { CompileContext, Draws, Shape } from '../../shape-maker.ts'
import { cut } from './cut.ts'
import { MORE, MORE_STRIDE, type TextStyle } from './style.ts'

/** Makes the text of a row, before its limits are applied. */
export type TextSource = (draws: Draws) => string

/** The maker of every shape that is a text with `TextOptions`. */
export interface TextMaker<Options extends TextOptions = TextOptions> {
  compile(options: Options, context: CompileContext): Shape
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Without the digits at its end. */
function withoutDigits(text: string): string {
  let end = text.length
  while (end > 0 && isDigit(text.charCodeAt(end - 1))) end--
  return end === text.length ? text : text.slice(0, end)
}

/** Without characters at its end that may not stand there; where it may not get shorter, with a letter instead. */
function trimEdge(text: string, min: number, edge: string): string {
  let end = text.length
  while (end > min && end > 1 && edge.includes(text.charAt(end - 1))) end--
  const kept = text.slice(0, end)
  return end > 0 && edge.includes(text.charAt(end - 1)) ? `${kept.slice(0, -1)}x` : kept
}

/** The end of the last sentence that fits and is not too short, or 0. */
function sentenceEnd(text: string, max: number, min: number): number {
  const least = Math.max(min, max / 2, 1)
  for (let at = Math.min(max, text.length) - 1; at + 1 >= least; at--) {
    const code = text.charCodeAt(at)
    const next = text.charCodeAt(at + 1)
    if ((code === 46 || code === 63 || code === 33) && (next === 32 || next === 10)) return at + 1
  }
  return 0
}

/** `cut`, at the end of a sentence and with the edge that the style asks for. */
function shorten(text: string, max: number, min: number, style: TextStyle): string {
  if (style.whole === true && text.length > max) {
    const end = sentenceEnd(text, max, min)
    if (end > 0) return text.slice(0, end)
  }
  const short = cut(text, max, min)
  return style.edge === undefined || short === text ? short : trimEdge(short, min, style.edge)
}

/** `text` with more words until it has `min` characters, then not more than `max`. */
function grow(text: string, draws: Draws, min: number, max: number, style: TextStyle): string {
  let long = text
  for (let n = 0; long.length < min; n++) {
    const more = style.more(draws, MORE + n * MORE_STRIDE)
    long = long === '' ? more : long + style.join + more
  }
  return shorten(long, max, min, style)
}

/** The text that carries the path: what stands before it is shortened, the path never is unless it alone is too long. */
function carry(body: string, path: string, draws: Draws, min: number, max: number, style: TextStyle): string {
  const mark = style.mark === '' && !isDigit(path.charCodeAt(0)) ? '-' : style.mark
  const room = max - path.length - mark.length
  if (room < 1) return path.length > max ? path.slice(path.length - max) : path
  const least = min - path.length - mark.length
  const long =
    body.length < least ? grow(body, draws, least, room, style) : shorten(body, room, Math.max(least, 0), style)
  const before = mark === '' ? withoutDigits(long) : long
  // A name that was all digits has nothing left before the path.
  const text = before === '' ? path : before + mark + path
  return text.length < min ? `${grow(before, draws, min - mark.length - path.length, room, WORDY)}${mark}${path}` : text
}

/** Grows by letters where digits may not stand. */
const WORDY: TextStyle = { join: '', mark: '', more: () => 'x' }

/** Applies length, path and case to one text. */
function finish(text: string, draws: Draws, path: string | null, min: number, max: number, style: TextStyle): string {
  let lead = style.lead === undefined ? '' : style.lead(draws)
  let tail = style.tail === undefined ? '' : style.tail(draws)
  const needed = path === null ? 1 : path.length
  if (lead.length + tail.length + needed > max) {
    lead = style.spareLead ?? ''
    tail = style.spareTail ?? ''
    if (lead.length + tail.length + needed > max) lead = tail = ''
  }
  const around = lead.length + tail.length
  const most = max - around
  const least = min - around
  let body = text
  if (path !== null) body = carry(text, path, draws, least, most, style)
  else if (text.length < least || text === '') body = grow(text, draws, Math.max(least, 1), most, style)
  else if (text.length > most) body = shorten(text, most, Math.max(least, 0), style)
  return lead + body + tail
}

/** A maker from a source of texts and the style in which they grow, shrink and become unique. */
export function textShape<Options extends TextOptions>(
  style: TextStyle,
  source: (options: Options, context: CompileContext) => TextSource,
): TextMaker<Options> {
  return {
    compile(options, context) {
      const text = source(options, context)
      const min = options.minLength ?? 0
      const max = options.maxLength ?? Number.POSITIVE_INFINITY
      const plain = style.lead === undefined && style.tail === undefined
      const shape = (draws: Draws, path: string | null): string => {
        const made = text(draws)
        if (plain && path === null && made.length >= min && made.length <= max && made !== '') return made
        return finish(made, draws, path, min, max, style)
      }
      if (options.case === 'lower') return (draws, row) => shape(draws, row.suffix).toLowerCase()
      if (options.case === 'upper') return (draws, row) => shape(draws, row.suffix).toUpperCase()
      return (draws, row) => shape(draws, row.suffix)
    },
  }
}

/** A maker whose source knows no options. */
export function plainText(style: TextStyle, source: TextSource): TextMaker {
  return textShape(style, () => source)
}
