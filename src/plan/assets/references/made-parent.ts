import type { Relation } from '../../../model/catalog.ts'
import type { Value } from '../../../model/value.ts'
import { foldName } from '../fold-name.ts'
import { foldText, names } from './names-of.ts'

/** A row that is made because items refer to it. */
export interface MadeParent {
  /** The same for texts that mean the same, whichever comes first. */
  readonly handle: string
  readonly values: Readonly<Record<string, Value>>
  /** The same with the name to the letter, for tables that do not take it as it would be shown. */
  readonly plain: Readonly<Record<string, Value>>
}

const EMAIL = /^[^\s@]+@[^\s@]+$/
/** What people read comes before what programs do. */
const SHOWN = ['name', 'title', 'label', 'fullname', 'displayname', 'username', 'handle', 'key', 'code', 'sku', 'slug']

/** The row that a text names: the text goes where the table keeps names, what is like a slug into the slug as well. Null where there is no such column. */
export function madeParent(relation: Relation, text: string, by: string | null): MadeParent | null {
  const columns = relation.columns.filter(({ generated, typeName }) => generated === null && isText(typeName))
  const column = (folded: string) => columns.find(({ name }) => foldName(name) === folded)?.name
  const name = text.trim()
  const meant = by === null ? undefined : columns.find(({ name }) => names(name, by))?.name
  if (by !== null && meant === undefined) return null
  const email = column('email')
  const home =
    meant ?? (EMAIL.test(name) && email !== undefined ? email : SHOWN.map(column).find((name) => name !== undefined))
  if (home === undefined || name === '') return null
  const slug = column('slug')
  const folded = foldText(name)
  // A slug is shown as the name that it stands for; every name has its slug.
  const shown = name === folded && slug !== undefined && meant === undefined ? titled(name) : name
  const valuesOf = (text: string) =>
    slug === undefined || home === slug || folded === '' ? { [home]: name } : { [home]: text, [slug]: folded }
  return { handle: folded || name, values: valuesOf(shown), plain: valuesOf(name) }
}

const isText = (typeName: string): boolean =>
  /^(text|citext|varchar|character varying|char|name|bpchar)\b/.test(typeName)

/** `van-life` as `Van Life`. */
const titled = (slug: string): string =>
  slug.replace(
    /(^|-)(\p{L})/gu,
    (_, before: string, letter: string) => `${before === '' ? '' : ' '}${letter.toUpperCase()}`,
  )
