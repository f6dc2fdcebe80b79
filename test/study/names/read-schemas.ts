import type { Column, Relation } from '../../../src/model/catalog.ts'
import type { ColumnFacts } from '../../../src/study/meaning/column-facts.ts'

const TYPES: Readonly<Record<string, string>> = {
  '': 'text',
  v: 'varchar',
  c: 'bpchar',
  i: 'int4',
  b: 'bool',
  t: 'timestamptz',
  d: 'date',
  n: 'numeric',
  u: 'uuid',
  j: 'jsonb',
  a: 'text',
  x: 'bytea',
}
const COLUMN = /^(?<name>[a-z0-9_]+)(?::(?<type>[vcibtdnujax]?)(?<size>\d*)(?<key>[f!]?))?(?<primary>!?)$/

/** A table as the study gets it. */
export interface CoverageTable {
  readonly schema: string
  readonly relation: Relation
  readonly facts: Record<string, ColumnFacts>
  /** Columns of texts that are neither primary nor foreign keys. */
  readonly texts: readonly string[]
}

/**
 * A line per table: its name, then its columns as `name:type`. Without a type: text. `v40` varchar(40), `c2` char(2), `i` integer, `b` boolean, `t` timestamptz,
 * `d` date, `n` numeric, `u` uuid, `j` jsonb, `a` text[], `x` anything else. `!` at the end: the primary key, `f`: a foreign key.
 */
export function readSchemas(schemas: Readonly<Record<string, string>>): readonly CoverageTable[] {
  return Object.entries(schemas).flatMap(([schema, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => readTable(schema, line.trim())),
  )
}

function readTable(schema: string, line: string): CoverageTable {
  const [name = '', ...words] = line.split(' ')
  const columns: Column[] = []
  const facts: Record<string, ColumnFacts> = {}
  const foreign: string[] = []
  const texts: string[] = []
  for (const [at, word] of words.entries()) {
    const groups = COLUMN.exec(word)?.groups
    if (groups === undefined) throw new Error(`unreadable column: ${word}`)
    const base = TYPES[groups.type ?? ''] ?? 'text'
    const size = groups.size === '' || groups.size === undefined ? null : Number(groups.size)
    const primary = groups.key === '!' || groups.primary === '!'
    columns.push(columnOf(groups.name ?? '', at, base, size))
    facts[groups.name ?? ''] = {
      base,
      isArray: groups.type === 'a',
      domain: { notNull: false, ...(size === null ? {} : { maxLength: size }) },
    }
    if (groups.key === 'f') foreign.push(groups.name ?? '')
    if (/^(text|varchar|bpchar)$/.test(base) && !primary && groups.key !== 'f') texts.push(groups.name ?? '')
  }
  return { schema, relation: relationOf(name, columns, foreign), facts, texts }
}

const columnOf = (name: string, at: number, base: string, length: number | null): Column =>
  ({
    name,
    position: at + 1,
    type: `pg_catalog.${base}`,
    typeName: base,
    length,
    precision: null,
    scale: null,
    notNull: false,
    default: null,
    identity: null,
    generated: null,
    sequence: null,
    collation: null,
    comment: null,
    insertable: true,
    updatable: true,
  }) as Column

const relationOf = (name: string, columns: readonly Column[], foreign: readonly string[]): Relation =>
  ({
    id: `public.${name}`,
    schema: 'public',
    name,
    kind: 'table',
    comment: null,
    columns,
    primaryKey: null,
    uniques: [],
    foreignKeys: foreign.map((column) => ({ name: column, columns: [column] })),
    checks: [],
  }) as unknown as Relation
