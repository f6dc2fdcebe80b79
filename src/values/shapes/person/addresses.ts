import type { Draws } from '../../shape-maker.ts'
import { nouns } from '../../words/nouns.ts'
import { pick } from '../text/pick.ts'
import type { TextStyle } from '../text/style.ts'
import { EMAIL, firstLocal, lastLocal, USERNAME } from './parts.ts'

/** A person's names as they stand in addresses. */
export interface AddressNames {
  readonly firstLocal: (draws: Draws) => string
  readonly lastLocal: (draws: Draws) => string
}

const english: AddressNames = { firstLocal, lastLocal }

/** Domains that are reserved for examples (RFC 2606). */
const DOMAINS = ['@example.com', '@example.com', '@example.com', '@example.org', '@example.net']

/** The part of the address before the @. */
export function emailLocal(draws: Draws, names = english): string {
  const first = names.firstLocal(draws)
  const last = names.lastLocal(draws)
  switch (draws.below(EMAIL, 10)) {
    case 0:
      return first + last
    case 1:
      return first.charAt(0) + last
    case 2:
      return `${first}_${last}`
    case 3:
      return `${first.charAt(0)}.${last}`
    case 4:
      return `${first}.${last}${50 + draws.below(EMAIL + 1, 50)}`
    case 5:
      return `${first}${1 + draws.below(EMAIL + 1, 999)}`
    default:
      return `${first}.${last}`
  }
}

export const emailStyle: TextStyle = {
  join: '.',
  mark: '',
  more: (draws, n) => pick(draws, n, nouns),
  tail: (draws) => pick(draws, EMAIL + 2, DOMAINS),
  spareTail: '@x.test',
  edge: '._-',
}

export function username(draws: Draws, names = english): string {
  const first = names.firstLocal(draws)
  const last = names.lastLocal(draws)
  switch (draws.below(USERNAME, 8)) {
    case 0:
      return first.charAt(0) + last
    case 1:
      return `${first}_${last}`
    case 2:
      return `${first}${last.charAt(0)}${10 + draws.below(USERNAME + 1, 90)}`
    case 3:
      return `${first}${1 + draws.below(USERNAME + 1, 99)}`
    case 4:
      return `${last}.${first}`
    case 5:
      return first + last + (70 + draws.below(USERNAME + 1, 30))
    default:
      return first + last
  }
}

/** Without dots. */
export const plainUsername = (draws: Draws, names = english): string => username(draws, names).replaceAll('.', '_')

export const usernameStyle: TextStyle = { join: '_', mark: '', more: (draws, n) => pick(draws, n, nouns), edge: '._-' }

export const plainUsernameStyle: TextStyle = { ...usernameStyle, edge: '_' }
