import type { Draws } from '../../shape-maker.ts'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** `count` letters and digits; uses a draw for every eight. */
export function base62(draws: Draws, n: number, count: number): string {
  let text = ''
  for (let at = n; text.length < count; at++) {
    let rest = draws.below(at, 62 ** 8)
    for (let digit = 0; digit < 8 && text.length < count; digit++) {
      text += BASE62.charAt(rest % 62)
      rest = Math.floor(rest / 62)
    }
  }
  return text
}
