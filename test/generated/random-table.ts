import fc from 'fast-check'
import { COLUMN_FORMS, CROSS_CHECKS, DERIVATIONS } from './column-forms.ts'

/** Mostly the first; shrinks to it. */
const rarely = <Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 4, arbitrary: fc.constantFrom(usual, ...others) })

const pick = fc.nat(99)

const hardly = <Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 40, arbitrary: fc.constant(usual) }, { weight: 3, arbitrary: fc.constantFrom(...others) })

const USUAL = [
  'text',
  'integer',
  'boolean',
  'timestamptz',
  'state',
  'date',
  'numeric(8,2)',
  'varchar(12)',
  'bigint',
  'uuid',
  'jsonb',
  'mood',
]

const column = fc.record({
  type: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...USUAL) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(COLUMN_FORMS)) },
  ),
  required: fc.boolean(),
  /** Which checks of its form, modulo how many there are. */
  checks: fc.uniqueArray(fc.nat(13), { maxLength: 2 }),
  default: rarely(false, true),
  unique: rarely('', 'plain', 'deferrable', 'partial', 'nulls not distinct', 'lower', 'where null'),
  /** Its name, beside its number. */
  name: rarely('c', 'C ', 'user', 'größe', 'per%cent', 'quo"te', 'back\\slash', '$1', 'select', "it's"),
})

const unique = fc.record({
  columns: fc.uniqueArray(pick, { minLength: 1, maxLength: 3 }),
  how: fc.constantFrom('', '', 'nulls not distinct', 'deferrable', 'partial', 'coalesce', 'date'),
})

const reference = fc.record({
  to: pick,
  /** To a unique column instead of the primary key, where there is one. */
  beside: rarely(false, true),
  required: fc.boolean(),
  unique: rarely('', 'alone', 'with another'),
  deferrable: rarely(false, true),
  ends: rarely('', 'on delete cascade', 'on delete set null', 'match full'),
})

/** A generated table: `to`, `columns` and the like are numbers that are taken modulo what there is. */
export const randomTable = fc.record({
  name: rarely('t', 'T ', 'a.b', 'quo"te', 'order', 'tä', "it's", '%s', '$1'),
  key: fc.constantFrom(
    'uuid',
    'uuid',
    'serial',
    'identity',
    'owned',
    'reference',
    'bare uuid',
    'serial',
    'identity',
    'by default',
    'text',
    'varchar(8)',
    'integer',
    'smallint',
    'reference',
    'owned',
    'two',
    'none',
    'date',
  ),
  columns: fc.array(column, { maxLength: 6 }),
  derived: fc.array(fc.record({ from: pick, how: fc.nat(DERIVATIONS.length - 1), unique: rarely(false, true) }), {
    maxLength: 1,
  }),
  references: fc.array(reference, { maxLength: 3 }),
  checks: fc.array(fc.record({ form: fc.nat(CROSS_CHECKS.length - 1), first: pick, second: pick }), { maxLength: 3 }),
  uniques: fc.array(unique, { maxLength: 2 }),
  excludes: rarely(false, true),
  trigger: rarely('', 'lower', 'fill', 'log', 'refuses some', 'refuses all', 'touch'),
  partitions: hardly('', 'hash', 'list', 'range', 'default', 'none'),
})

export type RandomTable = typeof randomTable extends fc.Arbitrary<infer Value> ? Value : never
