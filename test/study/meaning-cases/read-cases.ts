import type { Column, Relation } from '../../../src/model/catalog.ts'
import type { Domain } from '../../../src/model/study.ts'
import type { ColumnFacts } from '../../../src/study/meaning/column-facts.ts'

/** One column and what it should mean; `expected` null: nothing. */
export interface Case {
  readonly column: string
  readonly expected: {
    readonly shape: string
    readonly entity?: string | null
    readonly of?: string
    readonly options?: unknown
  } | null
}

export interface Table {
  readonly relation: Relation
  readonly facts: Record<string, ColumnFacts>
  readonly cases: readonly Case[]
}

const BASES: Readonly<Record<string, string>> = {
  int: 'int4',
  bigint: 'int8',
  smallint: 'int2',
  char: 'bpchar',
  real: 'float4',
  double: 'float8',
  boolean: 'bool',
  uuid: 'uuid',
}
const LINE =
  /^(?<name>"[^"]+"|\S+) +(?<type>[a-z0-9]+)(?:\((?<args>[^)]*)\))?(?<array>\[\])?(?<fk> fk)?(?: =(?<default>\S+))?(?: #(?<comment>[^>]*?))? -> (?<shape>\S+)(?: @(?<entity>\S+))?(?: of (?<of>\S+))?(?: (?<options>\{.*\}))?$/

/** Reads `table` followed by lines of `name type -> shape @entity of column {options}`; `-` for no meaning, `?` for a neighbour that is not asked about. */
export function readTable(text: string): Table {
  const [head = '', ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const columns: Column[] = []
  const facts: Record<string, ColumnFacts> = {}
  const cases: Case[] = []
  const foreignKeys: string[] = []
  for (const [at, line] of lines.entries()) {
    const groups = LINE.exec(line)?.groups
    if (groups === undefined) throw new Error(`unreadable case: ${line}`)
    const name = (groups.name ?? '').replaceAll('"', '')
    columns.push(columnOf(name, at, groups))
    facts[name] = factsOf(groups)
    if (groups.fk !== undefined) foreignKeys.push(name)
    if (groups.shape === '?') continue
    cases.push({
      column: name,
      expected:
        groups.shape === '-'
          ? null
          : {
              shape: groups.shape ?? '',
              ...(groups.entity === undefined ? {} : { entity: groups.entity === 'none' ? null : groups.entity }),
              ...(groups.of === undefined ? {} : { of: groups.of }),
              ...(groups.options === undefined ? {} : { options: JSON.parse(groups.options) as unknown }),
            },
    })
  }
  return { relation: relationOf(head, columns, foreignKeys), facts, cases }
}

type Groups = Readonly<Record<string, string | undefined>>

function factsOf({ type = '', args, array }: Groups): ColumnFacts {
  const base = type === 'enum' ? 'public.some_enum' : (BASES[type] ?? type)
  const length = /^(varchar|char)$/.test(type) && args !== undefined ? { maxLength: Number(args) } : {}
  const values = type === 'enum' ? { values: (args ?? '').split(',') } : {}
  const scale = type === 'numeric' && args !== undefined ? { scale: Number(args.split(',')[1] ?? 0) } : {}
  const domain: Domain = { notNull: false, ...length, ...values, ...scale }
  return { base, isArray: array !== undefined, domain }
}

function columnOf(name: string, at: number, { type = '', args, array = '', default: preset, comment }: Groups): Column {
  const numbers = type === 'numeric' && args !== undefined ? args.split(',').map(Number) : []
  return {
    name,
    position: at + 1,
    type: `pg_catalog.${type}`,
    typeName: `${type}${args === undefined ? '' : `(${args})`}${array}`,
    length: /char$/.test(type) && args !== undefined ? Number(args) : null,
    precision: numbers[0] ?? null,
    scale: numbers[1] ?? null,
    notNull: false,
    default: preset ?? null,
    identity: null,
    generated: null,
    sequence: null,
    collation: null,
    comment: comment ?? null,
    insertable: true,
    updatable: true,
  }
}

const relationOf = (name: string, columns: readonly Column[], references: readonly string[]): Relation => ({
  id: `public.${name}`,
  schema: 'public',
  name,
  kind: 'table',
  owner: 'postgres',
  comment: null,
  persistence: 'permanent',
  extension: null,
  rowEstimate: -1,
  partitionOf: null,
  partitionKey: null,
  inherits: [],
  columns,
  primaryKey: null,
  uniques: [],
  exclusions: [],
  foreignKeys: references.map((column) => ({
    name: `${column}_fkey`,
    columns: [column],
    parent: 'public.parents',
    parentColumns: ['id'],
    match: 'simple',
    onDelete: 'no action',
    onUpdate: 'no action',
    deferrable: false,
    deferred: false,
    validated: true,
  })),
  checks: [],
  triggers: [],
  rules: [],
  policies: [],
  rowSecurity: { enabled: false, forced: false },
  grants: { select: true, insert: true, update: true, delete: true, truncate: true },
  definition: null,
  reads: [],
  populated: true,
})
