import type { Column, Relation } from '../model/catalog.ts'
import type { ColumnStudy, Domain, JsonMember } from '../model/study.ts'
import { meaningsOf } from './meaning/meaning-of.ts'
import type { Expr } from './sql/expr.ts'
import type { SqlReader } from './sql/sql-reader.ts'
import { builtInEncoding } from './types/encoding-of.ts'

/** What an expression makes of a member: the type it is read as, and what that accepts. */
interface Use {
  readonly base: string
  readonly domain: Domain
  /** The generated column that is nothing but this member. */
  readonly column?: ColumnStudy
}

/** Members of one JSON column while they are gathered; `inner` where more of it is read. */
interface Node {
  readonly uses: Use[]
  readonly inner: Map<string, Node>
  unique: boolean
}

const TEXT: Use = { base: 'text', domain: { notNull: true } }
const number = (min: number, max: number): Use => ({ base: 'int4', domain: { notNull: true, min, max } })

/**
 * What generated columns and indexes read out of the JSON columns of a table, by column and key: `(data ->> 'price')::numeric` wants a number under
 * `price`. `columns`: what is known of the columns, generated ones as if they were written.
 */
export function jsonMembers(
  relation: Relation,
  columns: Readonly<Record<string, ColumnStudy>>,
  sql: SqlReader,
): Readonly<Record<string, Readonly<Record<string, JsonMember>>>> {
  const found = new Map<string, Node>()
  const isJson = (name: string): boolean => /^jsonb?$/.test(columns[name]?.base ?? '')
  if (!relation.columns.some(({ name }) => isJson(name))) return {}
  const uniques = [relation.primaryKey, ...relation.uniques].filter((key) => key !== null)
  const visit = (text: string, use: Use, unique: boolean): void => {
    const expr = sql.expression(text)
    if (expr !== null) read(expr, use, { found, isJson, unique })
  }
  for (const { name, generated } of relation.columns) {
    const column = columns[name]
    if (generated === null || column === undefined) continue
    const unique = uniques.some((key) => key.columns.includes(name))
    visit(generated.expression, { base: column.base, domain: column.domain, column }, unique)
  }
  for (const key of uniques) for (const text of key.expressions) if (text !== null) visit(text, TEXT, true)
  for (const text of relation.indexed ?? []) visit(text, TEXT, false)
  return Object.fromEntries(
    [...found].map(([name, node]) => {
      const json = relation.columns.find((column) => column.name === name) as Column
      return [name, membersOf(node, relation, json)]
    }),
  )
}

interface Reading {
  readonly found: Map<string, Node>
  readonly isJson: (column: string) => boolean
  readonly unique: boolean
}

/** Functions that leave a text the text it is, more or less. */
const TEXTUAL =
  /^(lower|upper|trim|btrim|ltrim|rtrim|replace|regexp_replace|left|right|substr|substring|md5|\|\||concat)$/

/** Types that a function of the schema may read a text as. */
const READ = /^(timestamp|timestamptz|date|time|interval|uuid|bool|int[248]|numeric|float[48])$/

function read(expr: Expr, use: Use, reading: Reading): void {
  const path = pathOf(expr, reading.isJson)
  if (path !== null) {
    note(path, use, reading)
    return
  }
  switch (expr.kind) {
    case 'cast':
      read(expr.of, castUse(expr.to, use), reading)
      return
    case 'call':
      for (const [place, arg] of expr.args.entries()) read(arg, argumentUse(expr, place, use), reading)
      return
    case 'and':
    case 'or':
    case 'unknown':
      for (const one of expr.of) read(one, TEXT, reading)
      return
    case 'not':
    case 'is-null':
    case 'is':
      read(expr.of, TEXT, reading)
      return
    case 'case':
      for (const branch of expr.branches) read(branch.result, use, reading)
      read(expr.otherwise, use, reading)
      return
    default:
      return
  }
}

/** A cast says what the text must be; where the column has the same type, all that it accepts as well. */
function castUse(to: string, use: Use): Use {
  if (to === 'text' || to === 'varchar')
    return READ.test(use.base) || (use.column !== undefined && use.base === to) ? use : TEXT
  return to === use.base ? use : { base: to, domain: { notNull: true } }
}

function argumentUse({ name, args }: Extract<Expr, { kind: 'call' }>, place: number, use: Use): Use {
  // A function of the schema that makes a time or a number of one text reads it as that.
  if (name.includes('.') && args.length === 1 && READ.test(use.base)) return use
  const bare = name.replace(/^.*\./, '')
  if (bare === 'make_date' || bare === 'make_timestamp')
    return (
      [number(2000, 2025), number(1, 12), number(1, 28), number(0, 23), number(0, 59), number(0, 59)][place] ?? TEXT
    )
  if (bare === 'to_date') return place === 0 ? { base: 'date', domain: { notNull: true } } : TEXT
  if (bare === 'to_timestamp') return number(1_600_000_000, 1_760_000_000)
  if (/^jsonb?_array_(length|elements|elements_text)$/.test(bare))
    return { base: 'json-array', domain: { notNull: true } }
  if (/^(coalesce|nullif|abs|round|floor|ceil|greatest|least)$/i.test(bare)) return use
  if (TEXTUAL.test(bare))
    return use.column !== undefined && use.base === 'text'
      ? { ...TEXT, column: { ...use.column, domain: TEXT.domain } }
      : TEXT
  return /^[*+/%-]$/.test(bare) && /^(int|numeric|float)/.test(use.base)
    ? { base: use.base, domain: { notNull: true, min: 1, max: 100 } }
    : TEXT
}

interface Path {
  readonly column: string
  readonly keys: readonly string[]
}

/** `data -> 'a' ->> 'b'`, `data #>> '{a,b}'`, `data['a']`. */
function pathOf(expr: Expr, isJson: (column: string) => boolean): Path | null {
  if (expr.kind !== 'call' || !/^(->>?|#>>?)$/.test(expr.name)) return null
  const [of, key] = expr.args
  if (of === undefined || key === undefined) return null
  const keys = keysOf(key, expr.name.startsWith('#'))
  const above = of.kind === 'column' && isJson(of.name) ? { column: of.name, keys: [] } : pathOf(of, isJson)
  return keys === null || above === null ? null : { column: above.column, keys: [...above.keys, ...keys] }
}

function keysOf(key: Expr, path: boolean): string[] | null {
  if (key.kind === 'cast') return keysOf(key.of, path)
  if (key.kind === 'array') return key.items.flatMap((item) => keysOf(item, false) ?? [])
  if (key.kind !== 'constant' || typeof key.value !== 'string') return null
  return path ? key.value.replace(/^\{|\}$/g, '').split(',') : [key.value]
}

function note({ column, keys }: Path, use: Use, { found, unique }: Reading): void {
  let node = nodeIn(found, column)
  for (const key of keys) node = nodeIn(node.inner, key)
  node.uses.push(use)
  node.unique ||= unique
}

function nodeIn(nodes: Map<string, Node>, name: string): Node {
  const node = nodes.get(name) ?? { uses: [], inner: new Map(), unique: false }
  nodes.set(name, node)
  return node
}

function membersOf(node: Node, relation: Relation, json: Column): Readonly<Record<string, JsonMember>> {
  return Object.fromEntries(
    [...node.inner].map(([key, inner]) => [
      key,
      { column: columnOf(key, inner, relation, json), unique: inner.unique },
    ]),
  )
}

/** The narrowest use speaks for the member: a generated column of its own, then what is not just a text. */
function columnOf(key: string, node: Node, relation: Relation, json: Column): ColumnStudy {
  if (node.inner.size > 0) {
    const domain: Domain = { notNull: true, json: { type: 'object', members: membersOf(node, relation, json) } }
    return { name: key, base: 'jsonb', encoding: { kind: 'json' }, domain, meaning: null }
  }
  const use = node.uses.find(({ base }) => base !== 'text') ?? node.uses.find(({ column }) => column) ?? TEXT
  if (use.base === 'json-array') {
    const domain: Domain = { notNull: true, json: { type: 'array' } }
    return { name: key, base: 'jsonb', encoding: { kind: 'json' }, domain, meaning: null }
  }
  const domain = { ...use.domain, notNull: true }
  if (use.column !== undefined && use.column.base === use.base) return { ...use.column, name: key, domain }
  const pseudo: Column = { ...json, name: key, typeName: PEOPLE[use.base] ?? use.base, default: null, comment: null }
  const facts = { [key]: { base: use.base, isArray: false, domain } }
  const meaning = meaningsOf({ ...relation, columns: [pseudo], foreignKeys: [] }, facts)[key] ?? null
  return { name: key, base: use.base, encoding: builtInEncoding(use.base), domain, meaning }
}

const PEOPLE: Readonly<Record<string, string>> = { int2: 'smallint', int4: 'integer', int8: 'bigint', bool: 'boolean' }
