import type { Faker } from '@faker-js/faker'
import { z } from 'zod'
import type { FixtureContext } from '../../model/given/fixture-row.ts'
import { callable } from '../callable.ts'
import type { SequenceInput } from '../sequence.ts'
import { setting } from '../setting.ts'
import { isPlainOrMoment } from './moments.ts'
import { MOMENT_EXPECTED, scalar, type ValueInput } from './values.ts'

/** What a function of a fixture is given, its faker with all of its methods. */
export type FixtureGiven = Omit<FixtureContext, 'faker'> & { readonly faker: Faker }

export type FixtureFunction = (given: FixtureGiven) => unknown

/** What may stand in a row: a value, a row or rows of another table, or a function that gives one. */
export type FixtureInput =
  | ValueInput
  | FixtureFunction
  | SequenceInput
  | readonly FixtureInput[]
  | { readonly [key: string]: FixtureInput | undefined }

export type FixtureRowInput = Readonly<Record<string, FixtureInput | undefined>>

/** By table and handle. */
export type FixtureTablesInput = Readonly<Record<string, Readonly<Record<string, FixtureRowInput>>>>

const said: z.ZodType<FixtureInput, FixtureInput> = z.lazy(() =>
  z.union([
    scalar,
    callable<FixtureFunction>(),
    z.array(said),
    z.record(z.string(), said).refine(isPlainOrMoment, MOMENT_EXPECTED),
  ]),
)

/** A row as far as it matters: the other columns get what they would get anyway. */
const row: z.ZodType<FixtureRowInput, FixtureRowInput> = z.record(z.string(), said)

/** Rows by table and handle; traits by table and name. */
export const fixtureTables: z.ZodType<FixtureTablesInput, FixtureTablesInput> = z.record(
  z.string().min(1),
  z.record(z.string().min(1), row),
)

const files = z.string().min(1)

type PartInput = string | FixtureTablesInput

const parts: z.ZodType<readonly PartInput[], readonly PartInput[]> = z.array(z.union([files, fixtureTables]))

/** Rows that are written as they stand. */
export const given = {
  fixtures: setting(z.union([fixtureTables, files, parts]), {
    description:
      'Rows that are given, by table and handle, or files (globs) that hold such rows; { $ref: handle } is the key of another one',
    examples: [{ posts: { welcome: { title: 'Welcome', author_id: { $ref: 'alice' } } } }, './fixtures/*.yaml'],
    group: 'Contents',
    otherwise: 'fixtures/*.yaml, .json and .ts beside the configuration',
  }),
  traits: setting(fixtureTables, {
    description: 'What several rows that are given have in common, by table and name; a row takes it with $traits',
    examples: [{ orders: { paid: { status: 'paid', paid_at: '2026-01-10' } } }],
    group: 'Contents',
    otherwise: 'none',
  }),
  phases: setting(
    z.array(z.strictObject({ name: z.string().min(1), tables: z.array(z.string().min(1)).min(1) })).min(1),
    {
      description: 'The order in which tables are filled, in steps of your own: [{ name, tables }]',
      examples: [[{ name: 'people', tables: ['auth.users', 'profiles'] }]],
      group: 'Scope',
      otherwise: 'parents before children',
    },
  ),
}
