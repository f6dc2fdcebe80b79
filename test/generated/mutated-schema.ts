import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { randomSchema } from './random-schema.ts'

const read = (name: string): string => readFileSync(new URL(`../schemas/${name}.sql`, import.meta.url), 'utf8')

/** Valid schemas that nothing but the SQL is needed for. */
const WRITTEN = ['bank', 'logistics', 'hospital'].map(read)

/** Clauses over one or two columns that are picked from the catalog, by the kind of their types. */
const CLAUSES: Readonly<Record<string, readonly string[]>> = {
  N: [
    'check (%1$I > 10)',
    'check (%1$I between 3 and 7)',
    'check (%1$I %% 3 = 0)',
    'unique (%1$I)',
    'check (%1$I < %2$I)',
    'check (%1$I is distinct from %2$I)',
  ],
  S: [
    'check (length(%1$I) <= 6)',
    "check (%1$I ~ '^[a-z]{3,9}$')",
    "check (%1$I in ('a', 'b', 'c'))",
    'unique (%1$I)',
    'unique (%1$I, %2$I)',
    'check (lower(%1$I) = %1$I)',
    'check (%1$I <> %2$I)',
  ],
  D: ['check (%1$I < current_date)', "check (%1$I > '2023-05-01')", 'check (%1$I <= %2$I)', 'unique (%1$I)'],
  B: ['check (%1$I)', 'check (not %1$I)', 'check (%1$I or %2$I)', 'unique (%1$I)'],
}
const ALTERS = ['alter column %1$I set not null', 'alter column %1$I drop default', 'alter column %1$I drop not null']
const SINGLE = [
  'check (%1$I is not null or %2$I is not null)',
  'check (num_nonnulls(%1$I, %2$I) = 1)',
  'check ((%1$I is null) = (%2$I is null))',
  'unique nulls not distinct (%1$I, %2$I)',
]

const clause = fc.oneof(
  ...Object.entries(CLAUSES).map(([kind, forms]) =>
    fc.record({ kind: fc.constant(kind), form: fc.constantFrom(...forms) }),
  ),
  fc.record({ kind: fc.constant(''), form: fc.constantFrom(...ALTERS) }),
  fc.record({ kind: fc.constant('null'), form: fc.constantFrom(...SINGLE) }),
)

/** A valid schema with one clause more, or one that is another: the statements in their order. */
export const mutatedSchema: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...WRITTEN).map((sql) => [sql]) },
      { weight: 4, arbitrary: randomSchema },
    ),
    clause,
    fc.nat(9999),
    fc.nat(9999),
  )
  .map(([statements, { kind, form }, first, second]) => [...statements, mutation(kind, form, first, second)])

/** Applies a clause to a table that has columns of the kind: number `first` of them, and another one of its table. Nothing where there are none. */
function mutation(kind: string, form: string, first: number, second: number): string {
  const fits = { '': 'true', null: 'not a.attnotnull' }[kind] ?? `t.typcategory = '${kind}'`
  const alter = form.startsWith('alter') ? form : `add ${form}`
  return `do $mutation$ declare one record; other text; begin
    create temp view fitting as select c.oid as relation, a.attname as name, row_number() over (order by c.oid::regclass::text, a.attnum) - 1 as place
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where c.relkind = 'r' and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)' and a.attnum > 0 and a.attgenerated = ''
        and not a.attisdropped and ${fits};
    select * into one from fitting where place = ${first} % greatest(1, (select count(*) from fitting));
    select name into other from fitting where relation = one.relation and name <> one.name order by (place + ${second}) % 7, place limit 1;
    if one.relation is not null and (other is not null or ${!form.includes('%2')}) then
      execute format('alter table %s ', one.relation::regclass) || format($clause$${alter}$clause$, one.name, other);
    end if;
    drop view fitting;
  end $mutation$`
}
