import type { ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, RowContext, ShapeMaker } from '../../shape-maker.ts'

/** Blocks of symbols that are written at once: all of them are listed up to this many. */
const MOST_BLOCKS = 4096
/** What one draw is divided into: a small integer, whose division is fast. */
const DRAW = 2 ** 31 - 1

/** The symbols of an alphabet in blocks, so that a code takes few steps. */
interface Blocks {
  /** Every text of `size` symbols, in order. */
  readonly texts: readonly string[]
  readonly size: number
  /** Blocks that one draw fills. */
  readonly perDraw: number
  readonly space: number
}

function blocksOf(symbols: readonly string[]): Blocks {
  let texts = symbols
  let size = 1
  while (symbols.length > 1 && texts.length * symbols.length <= MOST_BLOCKS) {
    texts = texts.flatMap((text) => symbols.map((symbol) => text + symbol))
    size++
  }
  const perDraw = texts.length < 2 ? 1 : Math.max(1, Math.floor(Math.log(DRAW) / Math.log(texts.length)))
  return { texts, size, perDraw, space: texts.length ** perDraw }
}

/** `length` random symbols from draw 0 on. */
function randomCode(symbols: readonly string[], length: number): (draws: Draws) => string {
  const { texts, size, perDraw, space } = blocksOf(symbols)
  const count = texts.length
  const whole = Math.floor(length / size)
  const single = length - whole * size
  return (draws) => {
    let text = ''
    let rest = 0
    let left = 0
    let n = 0
    for (let at = 0; at < whole; at++) {
      if (left === 0) {
        rest = draws.below(n++, space)
        left = perDraw
      }
      text += texts[rest % count]
      rest = (rest / count) | 0
      left--
    }
    for (let at = 0; at < single; at++) text += symbols[draws.below(n++, symbols.length)]
    return text
  }
}

const symbolsOf = ({ alphabet }: ShapeOptions['text.code']): readonly string[] =>
  Object.freeze([...new Set(alphabet === '' ? '0' : alphabet)])

/** A code whose row must be unique by its path: the path follows, and as much of the code goes as the length demands. */
function withPath(text: string, prefix: string, length: number, { suffix }: RowContext): string {
  if (suffix === null) return text
  const room = prefix.length + length - suffix.length - 1
  return room < 1 ? suffix : `${text.slice(0, room)}-${suffix}`
}

/** `length` symbols of an alphabet after a prefix; the index-th is the index in base `alphabet.length`, with the first symbol as zero. */
export const code: ShapeMaker<'text.code'> = {
  compile(options) {
    const { length, prefix = '' } = options
    const random = randomCode(symbolsOf(options), length)
    if (prefix === '')
      return (draws, row) => (row.suffix === null ? random(draws) : withPath(random(draws), prefix, length, row))
    return (draws, row) => withPath(prefix + random(draws), prefix, length, row)
  },
  at(options) {
    const { length, prefix = '' } = options
    const symbols = symbolsOf(options)
    const { texts, size } = blocksOf(symbols)
    const whole = Math.floor(length / size)
    const single = length - whole * size
    return (index) => {
      let text = ''
      let rest = index
      for (let at = 0; at < whole; at++) {
        text = (texts[rest % texts.length] as string) + text
        rest = Math.floor(rest / texts.length)
      }
      for (let at = 0; at < single; at++) {
        text = (symbols[rest % symbols.length] as string) + text
        rest = Math.floor(rest / symbols.length)
      }
      return prefix + text
    }
  },
}
