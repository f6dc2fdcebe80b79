import { idToSql, quote } from '../../model/name.ts'
import type { Question } from '../../model/question.ts'
import type { Sight } from './look-up.ts'

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

const text = (column: string): string => `${quote(column)}::text`

/** One statement that counts many tables, each up to its limit: `place`, `answer`. Parameters: the limits. */
export const countsSql = (questions: readonly Of<'count'>[]): string =>
  questions
    .map(
      (question, at) =>
        `select ${at} as place, (select count(*) from (select 1 from ${idToSql(question.table)} limit $${at + 1}::int8) as limited)::float8 as answer`,
    )
    .join('\nunion all\n')

/** One statement for the largest values of many columns: `place`, `answer`. */
export const largestSql = (questions: readonly Of<'largest'>[]): string =>
  questions
    .map(
      (question, at) =>
        `select ${at} as place, (select max(${quote(question.column)})::text from ${idToSql(question.table)}) as answer`,
    )
    .join('\nunion all\n')

/**
 * Rows for links to lead to, as texts. Texts are ordered by code point, so that the order does not hang on the database's locale. Without an order
 * that is total, all columns settle ties. Parameter: the limit.
 */
export function poolSql(question: Of<'pool'>, sight: Sight): string {
  return `select ${arrayOf(question.columns)} as tuple from ${idToSql(question.table)} order by ${orderOf(question, sight)} limit $1::int8`
}

function orderOf({ order, columns }: Pick<Of<'pool'>, 'order' | 'columns'>, sight: Sight): string {
  return [...new Set([...order, ...columns])]
    .map((column) =>
      sight.columns[column]?.collatable
        ? `${quote(column)} collate "C"`
        : order.includes(column)
          ? quote(column)
          : `${text(column)} collate "C"`,
    )
    .join(', ')
}

/** Rows that are adopted, as texts; `above`: the keys of those that they belong to. Parameters: the limit, then these. */
export function adoptSql(
  question: Of<'adopt'>,
  sight: Sight,
  above: readonly string[] | null,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const { table, columns, column, among } = question
  const start = `select ${arrayOf(columns)} as tuple from ${idToSql(table)} where ${text(column)}`
  const end = `order by ${orderOf(question, sight)} limit $1::int8`
  if (above !== null || 'ids' in among)
    return { sql: `${start} = any($2::text[]) ${end}`, parameters: [above ?? ('ids' in among ? among.ids : [])] }
  const parameters: string[] = []
  const conditions = Object.entries(among.filter).map(([name, value]) => {
    if (value === null) return `${quote(name)} is null`
    parameters.push(value)
    return `${text(name)} = $${parameters.length + 1}::text`
  })
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  return {
    sql: `${start} in (select ${text(among.idField)} from ${idToSql(among.table)}${where}) ${end}`,
    parameters,
  }
}

/** Tuples of a key that rows hold; those with a NULL collide with nothing. Parameter: the limit. */
export const takenSql = (question: Of<'taken'>): string =>
  `select ${arrayOf(question.columns)} as tuple from ${idToSql(question.table)}
   where ${question.columns.map((column) => `${quote(column)} is not null`).join(' and ')} limit $1::int8`

/** Rows that tuples of a key name: `key`, `tuple`. Parameters: the texts of each column of the key. */
export function namedSql({ table, by, columns }: Of<'named'>): string {
  const arrays = by.map((_, i) => `$${i + 1}::text[]`).join(', ')
  return `select ${arrayOf(by)} as key, ${arrayOf(columns)} as tuple from ${idToSql(table)}
   where (${by.map(text).join(', ')}) in (select * from unnest(${arrays}) as k)`
}

const arrayOf = (columns: readonly string[]): string => `array[${columns.map(text).join(', ')}]::text[]`
