import type { Relation } from '../../model/catalog.ts'
import { ending, type Lexicon, lexicon } from './lexicon.ts'
import { singular, tokens } from './tokens.ts'
import { type TableKind, tableWords } from './words/tables.ts'

/** What a table is about. */
export interface TableSense {
  readonly kind: TableKind
  /** The words of its name, in the singular. */
  readonly words: readonly string[]
  /** The names of its columns as lexicon keys: words in the singular, joined. */
  readonly columns: ReadonlySet<string>
}

const KINDS: Lexicon<TableKind> = lexicon<TableKind>(tableWords)

/** The kind that a phrase names at its end (`blog posts` → post), or null. */
export const kindOfWords = (words: readonly string[]): TableKind | null => ending(KINDS, words)?.value ?? null

/** The kind of a table by the last words of its name, corrected by what its columns tell. */
export function tableSense(relation: Relation): TableSense {
  const words = tokens(relation.name).map(singular)
  const columns = new Set(relation.columns.map((column) => tokens(column.name).map(singular).join('')))
  const named = kindOfWords(words.filter((word) => !/^\p{N}+$/u.test(word)))
  return { kind: corrected(named, words, columns), words, columns }
}

const hasAny = (columns: ReadonlySet<string>, ...names: readonly string[]): boolean =>
  names.some((name) => columns.has(name))

const personal = (columns: ReadonlySet<string>): boolean =>
  hasAny(
    columns,
    'firstname',
    'lastname',
    'fullname',
    'dateofbirth',
    'birthdate',
    'gender',
    'dob',
    'surname',
    'username',
  )

function corrected(named: TableKind | null, words: readonly string[], columns: ReadonlySet<string>): TableKind {
  const last = words.at(-1) ?? ''
  if (
    named === 'company' &&
    last === 'tenant' &&
    (personal(columns) || hasAny(columns, 'phone', 'leaseid', 'leasestart'))
  )
    return 'person'
  if (named === 'account' && hasAny(columns, 'industry', 'website', 'supportemail', 'domain') && !personal(columns))
    return 'company'
  if (named === 'account')
    return personal(columns) || hasAny(columns, 'email', 'avatarurl', 'pictureurl') ? 'person' : 'account'
  if (named === 'person' && hasAny(columns, 'prompt', 'systemprompt', 'model', 'redirecturi')) return 'thing'
  if (named === 'event' && hasAny(columns, 'payload', 'property', 'useragent', 'eventname', 'eventtype', 'sessionid'))
    return 'tracking'
  if (named === 'run' && hasAny(columns, 'salary', 'salarymin', 'employmenttype', 'companyid')) return 'job'
  if (named === 'group' && last === 'room' && hasAny(columns, 'hotelid', 'pricepernight', 'capacity', 'bed'))
    return 'thing'
  if (named === 'person' && last === 'host' && hasAny(columns, 'ip', 'ipaddress', 'hostname')) return 'thing'
  if (
    named === 'work' &&
    /^(tax|fare|asset|shipping|service|storage|vehicle|weight|rate|action) class$/.test(words.slice(-2).join(' '))
  )
    return 'thing'
  if (named !== null) return named
  // A repository has a full name as well.
  if (personal(columns) && !hasAny(columns, 'defaultbranch', 'cloneurl')) return 'person'
  if (hasAny(columns, 'email') && hasAny(columns, 'name', 'phone')) return 'person'
  if (hasAny(columns, 'sku', 'barcode')) return 'product'
  return 'thing'
}
