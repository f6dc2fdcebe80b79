import type { Draws } from '../../shape-maker.ts'
import { companyWords, departments, sloganLists, sloganTemplates, type Trade, trades } from '../../words/companies.ts'
import { lastNames } from '../../words/last-names.ts'
import { type Lists, phrases } from '../text/phrases.ts'
import { pick } from '../text/pick.ts'
import { slugify } from '../text/slugify.ts'

/** The draws of the entity `company`. */
const TRADE = 0
const STYLE = 1
const WORD = 2
const KIND = 3
const LEGAL = 4
const DEPARTMENT = 5
const MAILBOX = 6
const SLOGAN = 10

const LEGAL_FORMS = ['Inc.', 'Ltd.', 'LLC', 'GmbH', 'Co.', 'AG', 'B.V.']
const MAILBOXES = ['hello', 'info', 'office', 'contact', 'team', 'sales', 'support']

const slogans = phrases(sloganTemplates, sloganLists)
const goods: readonly Lists[] = trades.map((trade) => ({ goods: trade.goods }))

const trade = (draws: Draws): Trade => pick(draws, TRADE, trades)

/** The name without a legal form. */
function shortName(draws: Draws): string {
  const style = draws.below(STYLE, 10)
  if (style === 0) return `${pick(draws, WORD, lastNames)} & ${pick(draws, KIND, lastNames)}`
  if (style === 1) return `${pick(draws, WORD, lastNames)} ${pick(draws, KIND, trade(draws).kinds)}`
  return `${pick(draws, WORD, companyWords)} ${pick(draws, KIND, trade(draws).kinds)}`
}

export function companyName(draws: Draws): string {
  const name = shortName(draws)
  return draws.below(LEGAL, 4) === 0 ? `${name} ${pick(draws, LEGAL + 4, LEGAL_FORMS)}` : name
}

/** The name as it stands in addresses. */
export function companySlug(draws: Draws): string {
  return slugify(shortName(draws))
}

export function industry(draws: Draws): string {
  return trade(draws).industry
}

export function department(draws: Draws): string {
  return pick(draws, DEPARTMENT, departments)
}

export function mailbox(draws: Draws): string {
  return pick(draws, MAILBOX, MAILBOXES)
}

export function slogan(draws: Draws): string {
  return slogans.render(draws, SLOGAN, pick(draws, TRADE, goods))
}
