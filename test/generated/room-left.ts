import { quote } from '../../src/model/name.ts'
import type { TestDatabase } from '../support/database.ts'
import { sampleLiterals } from './sample-literals.ts'

interface Column extends Record<string, unknown> {
  readonly name: string
  readonly type: string
  /** A domain or type whose values the table's rows may hold. */
  readonly required: boolean
  readonly usual: boolean
}

interface Reference extends Record<string, unknown> {
  readonly columns: readonly string[]
  readonly parent: string
  readonly targets: readonly string[]
}

interface Check extends Record<string, unknown> {
  readonly text: string
  readonly column: string | null
}

const COLUMNS = `
select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull or t.typnotnull as required, a.atthasdef as usual
from pg_attribute a join pg_type t on t.oid = a.atttypid
where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a' order by a.attnum`

const CONSTRAINTS = `
select pg_get_constraintdef(c.oid) as text, contype::text as kind,
  (select to_json(array_agg(a.attname::text order by k.n)) from unnest(c.conkey) with ordinality k(at, n)
   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.at) as columns,
  case when contype = 'f' then c.confrelid::regclass::text end as parent,
  (select to_json(array_agg(a.attname::text order by k.n)) from unnest(c.confkey) with ordinality k(at, n)
   join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.at) as targets
from pg_constraint c where c.conrelid = $1::regclass and contype in ('c', 'f')`

/** Takes statements and gives the first that the table takes, whatever is deferred; nothing of it stays. */
const TRY = `
create or replace function pg_temp.first_taken(statements text[]) returns text language plpgsql as $try$
declare one text;
begin
  foreach one in array statements loop
    begin
      execute one;
      set constraints all immediate;
      raise exception using errcode = 'TAKEN';
    exception
      when sqlstate 'TAKEN' then return one;
      when others then null;
    end;
  end loop;
  return null;
end $try$`

/** Rows that are tried at most. */
const TRIES = 2500

/**
 * A statement that puts one row more into the table (an id for SQL) than it has, or null when none was found: an independent judge of what is called
 * impossible. It knows nothing of how values are made: it tries literals at random, those that the column's own checks refuse left out.
 */
export async function roomLeft(
  database: Pick<TestDatabase, 'raw'>,
  table: string,
  without: readonly string[] = [],
): Promise<string | null> {
  const columns = await database.raw<Column>(COLUMNS, [table])
  const constraints = await database.raw<{ kind: string; text: string } & Reference>(CONSTRAINTS, [table])
  const references = constraints.filter(({ kind, parent }) => kind === 'f' && !without.includes(parent))
  const checks = constraints
    .filter(({ kind }) => kind === 'c')
    .map(
      (check): Check => ({ text: check.text, column: check.columns?.length === 1 ? (check.columns[0] ?? null) : null }),
    )
  const literals = sampleLiterals(checks.map(({ text }) => text))
  const values = new Map<string, readonly (string | null | undefined)[]>()
  for (const column of columns) values.set(column.name, await valuesOf(database, table, column, checks, literals))
  const parents: Record<string, string | null>[][] = []
  for (const one of references) parents.push(await parentsOf(database, one))
  const random = generator(17)
  const statements = Array.from({ length: TRIES }, () => {
    const row = new Map<string, string | null | undefined>()
    for (const { name } of columns) row.set(name, any(random, values.get(name) ?? []))
    for (const choices of parents) {
      const chosen = any(random, choices)
      if (chosen !== undefined) for (const [name, value] of Object.entries(chosen)) row.set(name, value)
    }
    return insert(table, columns, row)
  })
  const [found] = await database.raw<{ taken: string | null }>(
    `${TRY}; select pg_temp.first_taken(array[${statements.map(literal).join(', ')}]) as taken`,
  )
  return found?.taken ?? null
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Undefined leaves a column to its default. */
function insert(
  table: string,
  columns: readonly Column[],
  row: ReadonlyMap<string, string | null | undefined>,
): string {
  const given = columns.filter(({ name }) => row.get(name) !== undefined)
  if (given.length === 0) return `insert into ${table} default values`
  const spelled = given.map(({ name }) => {
    const value = row.get(name)
    return typeof value === 'string' ? literal(value) : 'null'
  })
  return `insert into ${table} (${given.map(({ name }) => quote(name)).join(', ')}) values (${spelled.join(', ')})`
}

/** Literals of the column's type that its own checks let pass, NULL where it may be, and undefined for its default. */
async function valuesOf(
  database: Pick<TestDatabase, 'raw'>,
  table: string,
  { name, type, required, usual }: Column,
  checks: readonly Check[],
  literals: readonly string[],
): Promise<readonly (string | null | undefined)[]> {
  const kept = new Set<string>()
  const test = `
    create temp table if not exists tried (text text);
    do $body$ declare one text; begin
      truncate tried;
      foreach one in array array[${literals.map(literal).join(', ')}] loop
        begin
          insert into tried select v.${quote(name)}::text from (select one::${type} as ${quote(name)}) v
          where ${
            checks
              .filter(({ column }) => column === name)
              .map(({ text }) => `(${text.replace(/^CHECK /, '').replace(/ NO INHERIT$/, '')})`)
              .join(' and ') || 'true'
          };
        exception when others then null;
        end;
      end loop;
    end $body$;
    select text from tried`
  for (const { text } of await database.raw<{ text: string }>(test)) if (text !== null) kept.add(text)
  const present = await database.raw<{ text: string }>(
    `select distinct ${quote(name)}::text as text from ${table} limit 20`,
  )
  const absent = required ? [] : Array.from({ length: Math.ceil(kept.size / 3) + 1 }, () => null)
  return [...kept, ...present.map(({ text }) => text), ...absent, ...(usual ? [undefined, undefined] : [])]
}

async function parentsOf(
  database: Pick<TestDatabase, 'raw'>,
  { columns, parent, targets }: Reference,
): Promise<Record<string, string | null>[]> {
  const list = targets.map((target, at) => `${quote(target)}::text as c${at}`).join(', ')
  const rows = await database.raw<Record<string, string | null>>(`select ${list} from ${parent} limit 60`)
  const found = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[`c${at}`] ?? null])))
  return [...found, Object.fromEntries(columns.map((column) => [column, null]))]
}

const any = <Value>(random: () => number, list: readonly Value[]): Value | undefined =>
  list[Math.floor(random() * list.length)]

/** Park and Miller's. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
