import type { Catalog, FunctionInfo, Relation } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import type { SqlParser } from '../../model/study.ts'
import type { Parameter } from './function-tree.ts'
import type { Ledger } from './ledger.ts'
import type { Value, Values } from './value.ts'

/** What stays the same while one trigger is read. */
export interface Reading {
  readonly relation: Relation
  /** The functions of the user by their bare name. */
  readonly functions: ReadonlyMap<string, readonly FunctionInfo[]>
  readonly catalog: Pick<Catalog, 'relations'>
  readonly parser: SqlParser
  readonly ledger: Ledger
  /** Name of the transition table that holds the new rows, if there is one. */
  readonly newTable: string | null
  /** The arguments of CREATE TRIGGER: TG_ARGV. */
  readonly arguments: readonly string[]
  /** Reads a function of the user that is called. */
  readonly follow: (call: Call) => Flow
}

export interface Call {
  readonly function: FunctionInfo
  readonly parameters: readonly Parameter[]
  /** What is known of the arguments, in the order of the parameters. */
  readonly arguments: readonly (Value | null)[]
  readonly from: Frame
  readonly conditional: boolean
}

/** How statements may end: go on with the next one, leave the function, raise, leave a loop or block. */
export type Flow = ReadonlySet<'next' | 'return' | 'raise' | 'exit'>

/** A function while it is read: the trigger's own, or one that it calls. */
export interface Frame {
  readonly reading: Reading
  readonly function: FunctionInfo
  /** Calls between the trigger and this function. */
  readonly depth: number
  /** Ids of the functions that are being read, this one included. */
  readonly path: ReadonlySet<ObjectId>
  /** The schemas where bare names are looked up, where the definition says so. */
  searchPath: readonly string[] | null
  values: Values
  /** `$1`, `$2`, …: arguments of a function, or USING of EXECUTE. */
  parameters: readonly (Value | null)[]
  /** Inside a block with exception handlers: what is raised may be caught. */
  caught: boolean
  /** The variables of the PL/pgSQL function, by number. */
  datums: readonly unknown[]
}
