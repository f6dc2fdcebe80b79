import type { Draws } from '../../shape-maker.ts'
import { callingCodes, reservedPhones } from '../../words/local/phones.ts'
import { PHONE } from '../person/parts.ts'
import { everybody, type People } from '../person/person-shapes.ts'
import { pick } from '../text/pick.ts'

/** Where a country keeps no numbers free: numbers that begin as none does there. */
const unassigned = (code: string): readonly string[] => [`+${code} 000 ### ###`]

/** Countries that share the numbers of North America. */
const NORTH_AMERICA: readonly string[] = ['US', 'CA']

/** Are numbers known that reach nobody there? */
export const hasPhones = (country: string): boolean =>
  NORTH_AMERICA.includes(country) || Object.hasOwn(reservedPhones, country) || Object.hasOwn(callingCodes, country)

/** Digits of a number are draws of their own: this one and those after it. */
const DIGITS = PHONE + 40

/** Numbers of a country that reach nobody. */
export function phonesOf(country: string): People['phone'] {
  const code = callingCodes[country]
  const patterns = reservedPhones[country] ?? (code === undefined ? null : unassigned(code))
  if (patterns === null || NORTH_AMERICA.includes(country)) return everybody.phone
  return (max) => (draws) => {
    const number = fill(pick(draws, PHONE, patterns), draws)
    if (number.length <= max) return number
    const plain = number.replaceAll(' ', '')
    return plain.length <= max ? plain : plain.slice(-max)
  }
}

function fill(pattern: string, draws: Draws): string {
  let n = DIGITS
  return pattern.replace(/#/g, () => String(draws.below(n++, 10)))
}
