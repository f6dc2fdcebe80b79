/**
 * Digit number `digit` (0 is the least) of a whole number below 2^53 in a mixed radix. Exact: a quotient of whole numbers below 2^53 never
 * rounds up to the next whole number.
 */
export function mixedRadixDigit(value: number, radices: readonly number[], digit: number): number {
  let rest = value
  for (let i = 0; i < digit; i++) rest = Math.floor(rest / (radices[i] as number))
  const radix = radices[digit] as number
  return rest - Math.floor(rest / radix) * radix
}
