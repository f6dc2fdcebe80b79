import type { Catalog, FunctionInfo, Relation, Trigger, TypeInfo } from '../../model/catalog.ts'
import type { SignUp } from '../../model/framework-study.ts'
import type { ObjectId } from '../../model/name.ts'
import type { SqlParser } from '../../model/study.ts'
import { parametersOf } from '../triggers/function-tree.ts'

/** A catalog as marks look at it. Tables go by the names of the family, wherever they are now. */
export interface Sight {
  readonly signUps: readonly SignUp[]
  table(name: string): Relation | undefined
  /** Has the table all of these columns? */
  has(table: string, ...columns: readonly string[]): boolean
  /** `bigint`; null where there is no such column. */
  typeOf(table: string, column: string): string | null
  /** Is there such a function (with so many parameters)? `schema.name`, bare in `public`. */
  function(id: string, parameters?: number): boolean
  policy(table: string, name: string | RegExp): boolean
  /** A trigger of the table by its name, or by the function that it calls. */
  trigger(table: string, called: string): Trigger | undefined
  type(id: string): TypeInfo | undefined
  schema(name: string): boolean
}

/** `names`: what tables of a family are called here. */
export function lookAt(
  catalog: Catalog,
  parser: SqlParser,
  signUps: readonly SignUp[],
  names: Readonly<Record<string, ObjectId>> = {},
): Sight {
  const table = (name: string): Relation | undefined =>
    catalog.relations.find(({ id, kind }) => id === (names[name] ?? name) && kind !== 'view')
  const column = (name: string, of: string) => table(of)?.columns.find((one) => one.name === name)
  const count = (info: FunctionInfo): number => parametersOf(info, parser)?.length ?? -1
  return {
    signUps,
    table,
    has: (name, ...columns) => table(name) !== undefined && columns.every((one) => column(one, name) !== undefined),
    typeOf: (name, of) => column(of, name)?.typeName ?? null,
    function: (id, parameters) =>
      catalog.functions.some(
        (info) => qualified(info) === id && (parameters === undefined || count(info) === parameters),
      ),
    policy: (name, wanted) =>
      (table(name)?.policies ?? []).some((one) =>
        typeof wanted === 'string' ? one.name === wanted : wanted.test(one.name),
      ),
    trigger: (name, called) => table(name)?.triggers.find((one) => one.name === called || one.function === called),
    type: (id) => catalog.types.find((one) => one.id === id),
    schema: (name) => catalog.schemas.some((one) => one.name === name),
  }
}

const qualified = ({ schema, name }: FunctionInfo): string => (schema === 'public' ? name : `${schema}.${name}`)
