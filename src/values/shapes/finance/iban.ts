import type { Draws } from '../../shape-maker.ts'

/** Countries and the number of digits after the check digits, of those whose accounts are all digits. */
const COUNTRIES = [
  { code: 'DE', length: 18 },
  { code: 'AT', length: 16 },
  { code: 'ES', length: 20 },
  { code: 'DK', length: 14 },
  { code: 'BE', length: 12 },
  { code: 'PL', length: 24 },
]

/** The two check digits (ISO 13616, ISO 7064 mod 97-10): 98 minus the rest of account, country in digits, `00`. */
export function ibanCheckDigits(country: string, account: string): string {
  const letters = [...country].map((letter) => letter.charCodeAt(0) - 55).join('')
  let rest = 0
  for (const digit of `${account}${letters}00`) rest = (rest * 10 + Number(digit)) % 97
  return String(98 - rest).padStart(2, '0')
}

/** IBANs of at most `max` characters with valid check digits, at a bank whose code is all zeros, so they belong to nobody. */
export function ibanUpTo(max: number): (draws: Draws) => string {
  const fitting = COUNTRIES.filter(({ length }) => length + 4 <= max)
  const countries = fitting.length > 0 ? fitting : COUNTRIES
  return (draws) => {
    const { code, length } = countries[draws.below(0, countries.length)] as (typeof COUNTRIES)[number]
    const free = Math.min(10, length - 8)
    const account = String(10 ** free + draws.below(1, 10 ** free))
      .slice(1)
      .padStart(length, '0')
    return code + ibanCheckDigits(code, account) + account
  }
}
