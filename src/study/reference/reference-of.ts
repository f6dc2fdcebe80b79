import type { Relation } from '../../model/catalog.ts'
import type { ColumnStudy, ReferenceStudy } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { exactly, lexicon } from '../meaning/lexicon.ts'
import { tokens } from '../meaning/tokens.ts'
import { referenceLists } from './lists.ts'
import type { ReferenceList } from './reference-list.ts'

const LISTS = lexicon<ReferenceList>(referenceLists.map((list) => [list, list.tables]))
const TEXT = /^(text|varchar|bpchar|citext|name)$/
const NUMBER = /^(int[248]|numeric)$/
/** Columns that make it another kind of table: cards of somebody, flats. */
const OTHERS =
  /^(user_id|customer_id|account_id|owner_id|last4|last_4|card_brand|brand|token|expires_at|exp_month|price_per_night|rent|bedrooms|floor|address|latitude|email|tenant_id|organization_id|workspace_id)$/i

/** What a look-up table usually holds, by column; null where its name or its columns do not say that it is one. */
export function referenceOf(relation: Relation, columns: Readonly<Record<string, ColumnStudy>>): ReferenceStudy | null {
  const list = exactly(LISTS, tokens(relation.name))
  if (list === undefined || relation.columns.some(({ name }) => OTHERS.test(name))) return null
  const taken = new Set<string>()
  const found: Record<string, readonly Value[]> = {}
  for (const [place, phrases] of list.columns.entries()) {
    const names = phrases.split('|').map((phrase) => phrase.trim())
    const column = names
      .map((phrase) => relation.columns.find(({ name }) => !taken.has(name) && said(relation, name, phrase)))
      .find((one) => one !== undefined && holdsTexts(columns[one.name], list, place))
    if (column === undefined) continue
    taken.add(column.name)
    const number = NUMBER.test(columns[column.name]?.base ?? '')
    found[column.name] = list.rows.map((row) => (number ? Number(row[place]) : (row[place] ?? null)))
  }
  const named = Object.keys(found).some((name) => TEXT.test(columns[name]?.base ?? ''))
  return named ? { list: list.name, closed: list.closed, columns: found } : null
}

/** `role_name` of `roles` is a name as well. */
function said(relation: Relation, column: string, phrase: string): boolean {
  const own = lexicon([[true, phrase]])
  const words = tokens(column)
  if (exactly(own, words) === true) return true
  const table = tokens(relation.name)
  const kept = words.filter((word) => !table.some((one) => one === word || one === `${word}s`))
  return kept.length > 0 && kept.length < words.length && exactly(own, kept) === true
}

function holdsTexts(study: ColumnStudy | undefined, list: ReferenceList, place: number): boolean {
  if (study === undefined || study.encoding.kind === 'array') return false
  if (TEXT.test(study.base)) return true
  return NUMBER.test(study.base) && list.rows.every((row) => /^\d+$/.test(row[place] ?? ''))
}
