import type { FunctionInfo } from '../../model/catalog.ts'
import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { callsOut, isStandIn } from './calls-out.ts'
import { fold } from './fold.ts'
import type { Frame } from './frame.ts'
import { type Parameter, parametersOf } from './function-tree.ts'
import type { Value } from './value.ts'

/** Schemas where a name is what it says, whoever made the function. */
const PLATFORM = new Set(['net', 'extensions', 'supabase_functions'])

/**
 * Notes a call: out of the database, of a lock, or of a function of the user, which is then read as well.
 * True where it always raises.
 */
export function readCall(fields: Tree, frame: Frame, conditional: boolean): boolean {
  const names = strings(fields.funcname)
  const name = names.at(-1) ?? ''
  const schema = names.length > 1 ? (names.at(-2) ?? null) : null
  const { ledger } = frame.reading
  if (name.startsWith('pg_advisory_') && name.includes('lock')) ledger.shared = true
  const outside = callsOut(schema, name) && !candidatesFor(schema, name, frame).some(isStandIn)
  const candidates = outside && schema !== null && PLATFORM.has(schema) ? [] : candidatesFor(schema, name, frame)
  if (candidates.length === 0) {
    if (outside) ledger.callsOut.add(names.join('.'))
    return false
  }
  const args = list(fields.args)
  let raises = true
  for (const info of candidates) {
    const parameters = parametersOf(info, frame.reading.parser) ?? []
    if (candidates.length > 1 && !takes(parameters, args.length)) continue
    const flow = frame.reading.follow({
      function: info,
      parameters,
      arguments: arrange(args, parameters, frame),
      from: frame,
      conditional,
    })
    raises &&= flow.size === 1 && flow.has('raise')
  }
  return raises && !conditional
}

/** The user's functions of that name: in the named schema, else in the search path, else in `public`, else all. */
function candidatesFor(schema: string | null, name: string, frame: Frame): readonly FunctionInfo[] {
  const named = frame.reading.functions.get(name) ?? []
  if (schema !== null) return named.filter((one) => one.schema === schema)
  for (const place of [...(frame.searchPath ?? []), 'public']) {
    const there = named.filter((one) => one.schema === place)
    if (there.length > 0) return there
  }
  return named
}

function takes(parameters: readonly Parameter[], count: number): boolean {
  const least = parameters.filter((one) => !one.optional && !one.rest).length
  return count >= least && (count <= parameters.length || parameters.some((one) => one.rest))
}

/** Arguments by position and by name (`f(a => 1)`), in the order of the parameters. */
function arrange(args: readonly unknown[], parameters: readonly Parameter[], frame: Frame): (Value | null)[] {
  const values: (Value | null)[] = []
  for (const [index, argument] of args.entries()) {
    const [kind, fields] = tagged(argument)
    const named = kind === 'NamedArgExpr' ? parameters.findIndex((one) => one.name === text(fields.name)) : index
    if (named >= 0) values[named] = fold(kind === 'NamedArgExpr' ? tree(fields).arg : argument, frame)
  }
  return parameters.map((_, index) => values[index] ?? null)
}
