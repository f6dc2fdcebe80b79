import type { ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker } from '../../shape-maker.ts'
import { adjectives } from '../../words/adjectives.ts'
import { nouns } from '../../words/nouns.ts'
import { hex32 } from '../type/hex.ts'
import { uuidOf } from '../type/uuid.ts'
import { base62 } from './base62.ts'
import { pick } from './pick.ts'
import { codeStyle, slugStyle } from './styles.ts'
import { textShape } from './text-shape.ts'

type Options = ShapeOptions['key.text']
type Style = Options['style']

/** `count` symbols of an alphabet whose size is a power of two, from draw `n` on; a draw gives 32 bits. */
function symbols(draws: Draws, n: number, count: number, alphabet: string, bits: number): string {
  const perDraw = Math.floor(32 / bits)
  const mask = alphabet.length - 1
  let text = ''
  for (let at = n; text.length < count; at++) {
    let rest = draws.bits(at)
    for (let digit = 0; digit < perDraw && text.length < count; digit++) {
      text += alphabet.charAt(rest & mask)
      rest >>>= bits
    }
  }
  return text
}

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const URL64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function base36(draws: Draws, n: number, count: number): string {
  let text = ''
  for (let at = n; text.length < count; at++) {
    let rest = draws.below(at, 36 ** 9)
    for (let digit = 0; digit < 9 && text.length < count; digit++) {
      text += BASE36.charAt(rest % 36)
      rest = Math.floor(rest / 36)
    }
  }
  return text
}

/** The usual length and look of each style. */
const STYLES: Readonly<Record<Style, (draws: Draws, prefix: string) => string>> = {
  cuid: (draws, prefix) => `${prefix}c${base36(draws, 0, 24)}`,
  nanoid: (draws, prefix) => prefix + symbols(draws, 0, 21, URL64, 6),
  // The first symbol of a ULID holds three bits.
  ulid: (draws, prefix) => `${prefix}0${symbols(draws, 0, 25, CROCKFORD, 5)}`,
  ksuid: (draws, prefix) => `${prefix}2${base62(draws, 0, 26)}`,
  hex: (draws, prefix) =>
    prefix + hex32(draws.bits(0)) + hex32(draws.bits(1)) + hex32(draws.bits(2)) + hex32(draws.bits(3)),
  uuid: (draws, prefix) => prefix + uuidOf(draws.bits(0), draws.bits(1), draws.bits(2), draws.bits(3)),
  prefixed: (draws, prefix) =>
    `${prefix === '' || prefix.endsWith('_') ? prefix : `${prefix}_`}${base62(draws, 0, 20)}`,
  slug: (draws, prefix) => `${prefix}${pick(draws, 0, adjectives)}-${pick(draws, 1, nouns)}-${base36(draws, 2, 6)}`,
}

/** Keys as text: with 90 bits and more of chance unless the length forbids it, or with the path of the row. */
export const keyText: ShapeMaker<'key.text'> = {
  compile(options, context) {
    const { style, prefix = '' } = options
    const make = STYLES[style]
    const textStyle =
      style === 'slug' ? slugStyle : { ...codeStyle, more: (draws: Draws, n: number) => base36(draws, n, 9) }
    return textShape<Options>(textStyle, ({ maxLength = 99 }) => (draws) => {
      const text = make(draws, prefix)
      // Cut anywhere: what looks like words here is chance, and every symbol counts.
      return text.length > maxLength ? text.slice(text.length - maxLength) : text
    }).compile(options, context)
  },
}
