import type { DatabaseOf } from '../../../config/define-config.ts'

/** What `handles` looks at: the fixtures of a configuration. */
export interface WithFixtures {
  readonly fixtures?: object | string | undefined
}

/**
 * The rows that are given, by handle (`h.alice`) and by table (`h.users.alice`). A handle that several tables have is only there by table, and a table goes
 * before a handle of the same name.
 */
export type Handles<Config extends WithFixtures, Complete extends boolean = false> = Instances<
  HandlesOf<NonNullable<Config['fixtures']>, DatabaseOf<Config>, Complete>
>

/** The rows of the first instance; `at(2)` gives those of another one, in which texts and numbers may be others. */
type Instances<Rows> = Rows & { readonly at: (instance: number) => Instances<Widened<Rows>> }

type Widened<Said> = Said extends string
  ? string
  : Said extends number
    ? number
    : Said extends object
      ? { readonly [Name in keyof Said]: Widened<Said[Name]> }
      : Said

/** Fixtures of which nothing is known beforehand (JSON, files): any name goes. */
type HandlesOf<Fixtures, Database, Complete extends boolean> = string extends keyof Fixtures
  ? LooseHandles
  : [Extract<Fixtures, string | readonly unknown[]>] extends [never]
    ? ByTable<Fixtures, Database, Complete> & ByHandle<Fixtures, Database, Complete>
    : LooseHandles

/** Handles of which nothing is known before the program runs. */
export type LooseHandles = { readonly [handle: string]: LooseRow }

/** A row, or the rows of a table, where nothing is known of its columns. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the column holds
type LooseRow = { readonly [column: string]: any }

type Names<Type> = keyof Type & string

type ByTable<Fixtures, Database, Complete extends boolean> = {
  readonly [Table in Names<Fixtures>]: {
    readonly [Handle in Names<Fixtures[Table]> as Copies<Handle, Fixtures[Table][Handle]>]: HandleRow<
      Fixtures[Table][Handle],
      Table,
      Database,
      Complete
    >
  }
}

type ByHandle<Fixtures, Database, Complete extends boolean> = {
  readonly [Handle in Exclude<HandlesIn<Fixtures>, Names<Fixtures>> as IsShared<
    TablesWith<Fixtures, Handle>
  > extends true
    ? never
    : Copies<Handle, SaidOf<Fixtures, TablesWith<Fixtures, Handle>, Handle>>]: RowAt<
    Fixtures,
    TablesWith<Fixtures, Handle>,
    Handle,
    Database,
    Complete
  >
}

/** `$times` makes several rows of one, numbered from 0. */
type Copies<Handle extends string, Said> = Said extends { readonly $times: number } ? `${Handle}.${number}` : Handle

type HandlesIn<Fixtures> = { [Table in Names<Fixtures>]: Names<Fixtures[Table]> }[Names<Fixtures>]

type TablesWith<Fixtures, Handle> = {
  [Table in Names<Fixtures>]: Handle extends keyof Fixtures[Table] ? Table : never
}[Names<Fixtures>]

/** More than one name in a union? */
type IsShared<Tables, All = Tables> = [Tables] extends [never]
  ? true
  : (Tables extends unknown ? ([All] extends [Tables] ? false : true) : never) extends false
    ? false
    : true

type SaidOf<Fixtures, Table, Handle> = Table extends keyof Fixtures
  ? Handle extends keyof Fixtures[Table]
    ? Fixtures[Table][Handle]
    : never
  : never

type RowAt<Fixtures, Table, Handle, Database, Complete extends boolean> = Table extends keyof Fixtures
  ? Handle extends keyof Fixtures[Table]
    ? HandleRow<Fixtures[Table][Handle], Table, Database, Complete>
    : never
  : never

/** Somebody who signs in. */
export interface HandleUser {
  readonly id: string
  readonly email: string
  readonly password: string
}

type HandleRow<Said, Table, Database, Complete extends boolean> = Table extends 'auth.users'
  ? AsUser<Said>
  : Table extends 'users'
    ? [RowOf<Table, Database>] extends [never]
      ? AsUser<Said>
      : InTable<Said, RowOf<Table, Database>, Complete>
    : InTable<Said, RowOf<Table, Database>, Complete>

type AsUser<Said> = Flat<
  OfTraits<Said> & SaidValues<Omit<Said, 'email' | 'password'>, LooseRow> & Omit<HandleUser, keyof Said & 'id'>
>

/** What is said, and the key: of others only a manifest (or a database) knows. */
type InTable<Said, Row, Complete extends boolean> = [Row] extends [never]
  ? Flat<OfTraits<Said> & SaidValues<Said, LooseRow> & ('id' extends keyof Said ? unknown : { readonly id: string })>
  : Flat<
      OfTraits<Said> &
        SaidValues<Pick<Said, keyof Said & keyof Row>, Row> &
        (Complete extends true ? Omit<Row, keyof Said> : KeyOf<Omit<Row, keyof Said>>)
    >

/** What traits say is not in the type of the row. */
type OfTraits<Said> = Said extends { readonly $traits: unknown } ? LooseRow : unknown

type KeyOf<Row> = Row extends { readonly id: infer Key }
  ? Key extends string
    ? { readonly id: Key }
    : unknown
  : unknown

/** What stands for another value, which then has the type of its column. */
type Referring =
  | { readonly $ref: string }
  | { readonly $ago: string }
  | { readonly $ahead: string }
  | ((...all: never[]) => unknown)

type SaidValues<Said, Row> = {
  readonly [Column in Names<Said> as Column extends `$${string}` ? never : Column]: Said[Column] extends Referring
    ? Column extends keyof Row
      ? Row[Column]
      : never
    : Said[Column]
}

type Flat<Type> = { readonly [Name in keyof Type]: Type[Name] }

type RowOf<Table, Database> = unknown extends Database
  ? never
  : Table extends `${infer Schema}.${infer Name}`
    ? RowIn<Bare<Schema>, Bare<Name>, Database>
    : RowIn<'public', Bare<Table>, Database>

type RowIn<Schema, Name, Database> = Schema extends keyof Database
  ? Database[Schema] extends { readonly Tables: infer Tables }
    ? Name extends keyof Tables
      ? Tables[Name] extends { readonly Row: infer Row }
        ? Row
        : never
      : never
    : never
  : never

type Bare<Name> = Name extends `"${infer Inner}"` ? Inner : Name
