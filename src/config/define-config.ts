import type { Moment } from '../model/given/moment.ts'
import type { ConfigInput } from './schema.ts'
import type { BoundsInput } from './sections/columns.ts'
import type { FixtureFunction, FixtureInput, FixtureRowInput } from './sections/fixtures.ts'
import type { ShapeInput } from './sections/shapes.ts'

/** What can be said of a column whose values have the type `Value`. */
export type ColumnOf<Value> =
  | Value
  | Date
  | Moment
  | 'leave'
  | { readonly value: Value | Date | Moment; readonly nulls?: number }
  | {
      readonly oneOf: readonly (Value | Date | Moment)[]
      readonly weights?: readonly number[]
      readonly nulls?: number
    }
  | { readonly expression: string; readonly nulls?: number }
  | BoundsInput
  | ShapeInput

/** What can be said of a table whose rows have the type `Row`. */
export type TableOf<Row> =
  | number
  | {
      readonly count?: number
      readonly total?: number
      readonly locale?: ConfigInput['locale']
      readonly perParent?: number | { readonly min?: number; readonly max?: number }
      readonly columns?: { readonly [Column in keyof Row]?: ColumnOf<Row[Column]> }
    }

type RowOf<Table> = Table extends { readonly Row: infer Row } ? Row : never

type TablesOf<Schema> = Schema extends { readonly Tables: infer Tables } ? Tables : Record<never, never>

/** Names with capitals may be written as SQL does, in double quotes, too. */
type Spelling<Name extends string> = Name extends Lowercase<Name> ? Name : Name | `"${Name}"`

type InSchema<Schema extends string, Tables> = {
  readonly [Name in keyof Tables & string as Schema extends 'public'
    ? Spelling<Name>
    : `${Spelling<Schema>}.${Spelling<Name>}`]?: TableOf<RowOf<Tables[Name]>>
}

type SchemasOf<Database> = Exclude<keyof Database & string, `__${string}`>

type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never

/** Every table of the database by the name that the configuration uses: bare in `public`, `schema.name` elsewhere. */
export type TablesFor<Database> = UnionToIntersection<
  { [Schema in SchemasOf<Database>]: InSchema<Schema, TablesOf<Database[Schema]>> }[SchemasOf<Database>]
>

/** The configuration for a database whose types `supabase gen types typescript` wrote; without them any names go. */
export type ConfigFor<Database> = unknown extends Database
  ? ConfigInput
  : Omit<ConfigInput, 'tables' | 'schemas'> & {
      readonly tables?: TablesFor<Database>
      readonly schemas?: readonly SchemasOf<Database>[]
    }

/** What may stand for a value of a fixture. */
type FixtureOf<Value> =
  | Value
  | Date
  | { readonly $ref: string }
  | { readonly $ago: string; readonly at?: string }
  | { readonly $ahead: string; readonly at?: string }
  | { readonly $sequence: string | ((n: number) => string | number); readonly start?: number }
  | FixtureFunction
  | ([Value] extends [string | null] ? FixtureRowInput : never)

/** What the row that a foreign key leads to is called: `author` for `author_id`. */
type StemOf<Column> = Column extends `${infer Stem}_${'id' | 'uuid' | 'code' | 'slug'}`
  ? Stem
  : Column extends `${infer Stem}Id`
    ? Stem
    : never

/** Words that say something of the row itself. */
type FixtureWords = {
  readonly $handle?: string
  readonly $traits?: string | readonly string[]
  readonly $times?: number
  readonly $options?: Readonly<Record<string, FixtureInput>>
}

/** A fixture of a table: its columns, the rows that its foreign keys lead to, and (loosely) rows of other tables. */
export type FixtureFor<Row, Names extends string> = FixtureWords & {
  readonly [Column in keyof Row]?: FixtureOf<Row[Column]>
} & { readonly [Column in keyof Row & string as StemOf<Column>]?: FixtureInput } & {
  readonly [Name in Exclude<Names | `${Names}.${string}`, keyof Row>]?: FixtureInput
}

type FixturesIn<Schema extends string, Tables, Names extends string> = {
  readonly [Name in keyof Tables & string as Schema extends 'public'
    ? Spelling<Name>
    : `${Spelling<Schema>}.${Spelling<Name>}`]?: Readonly<Record<string, FixtureFor<RowOf<Tables[Name]>, Names>>>
}

type NamesOf<Database> = keyof TablesFor<Database> & string

/** The fixtures of a database whose types are known: by table and handle. `users` are those who sign in where there is no such table. */
export type FixtureTablesFor<Database> = UnionToIntersection<
  {
    [Schema in SchemasOf<Database>]: FixturesIn<Schema, TablesOf<Database[Schema]>, NamesOf<Database>>
  }[SchemasOf<Database>]
> & {
  readonly [Name in Exclude<'users' | 'auth.users', NamesOf<Database>>]?: Readonly<Record<string, FixtureRowInput>>
}

type FixturesFor<Database> = unknown extends Database
  ? FixturesInput
  : FixtureTablesFor<Database> | string | readonly (string | FixtureTablesFor<Database>)[]

/** Rows that are given, as they are written. */
export type FixturesInput = NonNullable<ConfigInput['fixtures']>

declare const database: unique symbol

/** A configuration that keeps the type of its fixtures, and under a name that no value has that of the database: for `handles` of `supa-seed/test`. */
export type Defined<Fixtures, Database> = Omit<ConfigInput, 'fixtures'> & {
  readonly fixtures?: Fixtures & { readonly [database]?: Database }
}

/** The type of the database that a configuration was defined with; `unknown` for none. */
export type DatabaseOf<Config> = Config extends { readonly fixtures?: { readonly [database]?: infer Database } }
  ? Database
  : unknown

/** What is written, its fixtures apart: their type is kept. */
type Written<Database, Fixtures> = Omit<NoInfer<ConfigFor<Database>>, 'fixtures'> & { readonly fixtures?: Fixtures }

/**
 * Gives its argument back; for editors, which complete and check it. With the type that `supabase gen types typescript` writes, names of tables and
 * columns and types of values are checked as well:
 *
 *     export default defineConfig<Database>({ tables: { posts: { count: 50, columns: { status: 'published' } } } })
 *
 * TypeScript takes all types of a call or none: where tests are to know the handles of the fixtures *and* the types of the rows, there are two calls,
 * `defineConfig<Database>()({ … })`.
 */
export function defineConfig<Database>(): <const Fixtures extends FixturesFor<Database>>(
  config: Written<Database, Fixtures>,
) => Defined<Fixtures, Database>
export function defineConfig<Database = unknown, const Fixtures extends FixturesFor<Database> = FixturesFor<Database>>(
  config: Written<Database, Fixtures>,
): Defined<Fixtures, Database>
export function defineConfig(config?: unknown): unknown {
  return config === undefined ? (given: unknown) => given : config
}
