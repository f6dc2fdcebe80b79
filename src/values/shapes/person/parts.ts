import type { Draws } from '../../shape-maker.ts'
import { areaCodes } from '../../words/area-codes.ts'
import { firstNamesFemale } from '../../words/first-names-female.ts'
import { firstNamesMale } from '../../words/first-names-male.ts'
import { jobs } from '../../words/jobs.ts'
import { lastNames } from '../../words/last-names.ts'
import { pick } from '../text/pick.ts'
import { slugify } from '../text/slugify.ts'

/** The draws of the entity `person`: each fact has its own, so that all columns speak of the same person. */
export const GENDER = 0
export const FIRST = 1
export const LAST = 2
export const MIDDLE = 3
export const PHONE = 9
const JOB = 12
/** Where the draws of single shapes begin. */
export const EMAIL = 4
export const USERNAME = 7
export const BIRTH = 15
export const AVATAR = 17
export const PREFIX = 18
export const BIO = 20

export type Gender = 'female' | 'male' | 'non-binary'

const FEMALE = firstNamesFemale.length
/** Women's names first, then men's. */
const firstNames: readonly string[] = Object.freeze([...firstNamesFemale, ...firstNamesMale])

export const localPart = (name: string): string => slugify(name).replaceAll('-', '')
/** Names as they stand in addresses: small ASCII letters. Made when the first address is. */
let locals: { readonly first: readonly string[]; readonly last: readonly string[] } | null = null
const addressNames = (): { readonly first: readonly string[]; readonly last: readonly string[] } => {
  locals ??= { first: firstNames.map(localPart), last: lastNames.map(localPart) }
  return locals
}

export function gender(draws: Draws): Gender {
  const of100 = draws.below(GENDER, 100)
  return of100 < 49 ? 'female' : of100 < 98 ? 'male' : 'non-binary'
}

function firstIndex(draws: Draws, n: number): number {
  const of100 = draws.below(GENDER, 100)
  if (of100 < 49) return draws.below(n, FEMALE)
  if (of100 < 98) return FEMALE + draws.below(n, firstNames.length - FEMALE)
  return draws.below(n, firstNames.length)
}

export function firstName(draws: Draws): string {
  return firstNames[firstIndex(draws, FIRST)] as string
}

export function middleName(draws: Draws): string {
  return firstNames[firstIndex(draws, MIDDLE)] as string
}

export function lastName(draws: Draws): string {
  return pick(draws, LAST, lastNames)
}

export function fullName(draws: Draws): string {
  return `${firstName(draws)} ${lastName(draws)}`
}

/** The first name in small ASCII letters. */
export function firstLocal(draws: Draws): string {
  return addressNames().first[firstIndex(draws, FIRST)] as string
}

/** The family name in small ASCII letters. */
export function lastLocal(draws: Draws): string {
  return pick(draws, LAST, addressNames().last)
}

export function initials(draws: Draws): string {
  return (firstLocal(draws).charAt(0) + lastLocal(draws).charAt(0)).toUpperCase()
}

/** Number of the job in the list of jobs. */
export function jobIndex(draws: Draws): number {
  return draws.below(JOB, jobs.length)
}

export function job(draws: Draws): string {
  return jobs[jobIndex(draws)] as string
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** The ten digits of a number of the United States that is reserved for fiction: 555-0100 to 555-0199 in a real area code. */
export function nationalPhone(draws: Draws): { readonly area: string; readonly line: string } {
  return { area: pick(draws, PHONE, areaCodes), line: `01${two(draws.below(PHONE + 1, 100))}` }
}

/** A number that reaches nobody: reserved for fiction in the United States, or in the United Kingdom (07700 900000 to 900999). */
export function phone(draws: Draws): string {
  if (draws.below(PHONE + 2, 8) === 0) return `+44 7700 900${String(draws.below(PHONE + 1, 1000)).padStart(3, '0')}`
  const { area, line } = nationalPhone(draws)
  return `+1-${area}-555-${line}`
}
