/**
 * What the triggers of a relation do when rows are inserted, read from their functions. This folder is complete in itself: study.ts
 * only has to call `effectsOf`.
 */
import type { Catalog, FunctionInfo, Relation, Trigger } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Effect, SqlParser } from '../../model/study.ts'
import { callsOut, isStandIn } from './calls-out.ts'
import type { Flow, Frame, Reading } from './frame.ts'
import { judge } from './judge.ts'
import { knownFunction } from './known-functions.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { followCall, readFunction } from './read-function.ts'
import { triggerCall } from './trigger-call.ts'
import { type Values, whole } from './value.ts'
import { visitSql } from './visit-sql.ts'

/**
 * `effects`: one per trigger that fires on INSERT, in the order of the catalog. `serialised`: one of them changes, upserts or locks rows
 * that other new rows may need as well. `raises`: the message of one that refuses every row, else null.
 */
export function effectsOf(
  relation: Relation,
  functions: ReadonlyMap<ObjectId, FunctionInfo>,
  catalog: Pick<Catalog, 'relations'>,
  parser: SqlParser,
): { effects: Effect[]; serialised: boolean; raises: string | null } {
  const firing = relation.triggers.filter(
    (trigger) => trigger.events.includes('insert') && (trigger.enabled === 'O' || trigger.enabled === 'A'),
  )
  const world: World = { relation, functions: byName(functions.values()), catalog, parser, follow: followCall }
  const read = firing.map((trigger) => readTrigger(trigger, functions.get(trigger.function) ?? null, world))
  return {
    effects: read.map((one) => one.effect),
    serialised: read.some((one) => one.shared),
    raises: read.find((one) => one.refuses !== null)?.refuses ?? null,
  }
}

/**
 * Columns that BEFORE UPDATE triggers set in every row that is updated, whatever was written: `updated_at`. Sorted. Nobody can set them back.
 */
export function touchedOnUpdate(
  relation: Relation,
  functions: ReadonlyMap<ObjectId, FunctionInfo>,
  catalog: Pick<Catalog, 'relations'>,
  parser: SqlParser,
): string[] {
  const firing = relation.triggers.filter(
    ({ timing, level, events, enabled }) =>
      timing === 'before' && level === 'row' && events.includes('update') && (enabled === 'O' || enabled === 'A'),
  )
  const world: World = { relation, functions: byName(functions.values()), catalog, parser, follow: followCall }
  const touched = firing.flatMap((trigger) => {
    const info = functions.get(trigger.function) ?? null
    if (info?.name === 'moddatetime') return triggerCall(trigger, parser)?.arguments.slice(0, 1) ?? []
    return readTrigger(trigger, info, world, 'UPDATE').effect.overwrites ?? []
  })
  return [...new Set(touched)].sort()
}

/** Triggers that call out of the database when rows are updated or deleted. Sorted. */
export function callsOn(
  event: 'update' | 'delete',
  relation: Relation,
  functions: ReadonlyMap<ObjectId, FunctionInfo>,
  catalog: Pick<Catalog, 'relations'>,
  parser: SqlParser,
): string[] {
  const firing = relation.triggers.filter(
    ({ events, enabled }) => events.includes(event) && (enabled === 'O' || enabled === 'A'),
  )
  if (firing.length === 0) return []
  const world: World = { relation, functions: byName(functions.values()), catalog, parser, follow: followCall }
  const operation = event === 'update' ? 'UPDATE' : 'DELETE'
  return firing
    .filter((trigger) => {
      const { effect } = readTrigger(trigger, functions.get(trigger.function) ?? null, world, operation)
      return effect.callsOut.length > 0
    })
    .map(({ name }) => name)
    .sort()
}

type Operation = 'INSERT' | 'UPDATE' | 'DELETE'

/** What is the same for all triggers of the relation. */
type World = Omit<Reading, 'ledger' | 'newTable' | 'arguments'>

interface Read {
  readonly effect: Effect
  readonly shared: boolean
  readonly refuses: string | null
}

function byName(functions: Iterable<FunctionInfo>): Map<string, FunctionInfo[]> {
  const named = new Map<string, FunctionInfo[]>()
  for (const one of functions) {
    if (one.extension !== null) continue
    const alike = named.get(one.name)
    if (alike === undefined) named.set(one.name, [one])
    else alike.push(one)
  }
  return named
}

function readTrigger(trigger: Trigger, info: FunctionInfo | null, world: World, operation: Operation = 'INSERT'): Read {
  const ledger = openLedger()
  const call = triggerCall(trigger, world.parser)
  if (call === null || info === null) ledger.read = false
  if (call === null || info === null) return close(trigger, ledger, null)
  const reading: Reading = { ...world, ledger, newTable: call.newTable, arguments: call.arguments }
  const frame = openFrame(info, trigger, reading, operation)
  const conditional = call.when !== null && !whenHolds(call.when, frame)
  if (callsOut(info.schema, info.name) && !isStandIn(info)) {
    ledger.callsOut.add(`${info.schema}.${info.name}`)
    return close(trigger, ledger, null)
  }
  const refused =
    info.language === 'c' || info.language === 'internal'
      ? applyKnown(info, reading)
      : isRaise(readBody(frame, conditional, ledger))
  const read = close(trigger, ledger, refused && !conditional ? ([...ledger.raises].at(-1) ?? 'an exception') : null)
  if (!call.deferrable || ledger.reads.size === 0) return read
  return { ...read, effect: { ...read.effect, awaits: [...ledger.reads].sort() } }
}

/** A body nested so deeply that the stack does not hold it counts as not read; what was found until then stays. */
function readBody(frame: Frame, conditional: boolean, ledger: Ledger): Flow {
  try {
    return readFunction(frame, conditional)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    ledger.read = false
    return new Set(['next'])
  }
}

const isRaise = (flow: Flow): boolean => flow.size === 1 && flow.has('raise')

/** A function in C: what is known of it by its name. True where it refuses every row. */
function applyKnown(info: FunctionInfo, reading: Reading): boolean {
  const { ledger } = reading
  const known = knownFunction(info.name, reading.arguments)
  if (known === null) ledger.read = false
  for (const column of known?.assigns ?? []) ledger.assigns.add(column)
  for (const message of known?.raises ?? []) ledger.raises.add(message)
  return (known?.raises ?? []).length > 0
}

/** What a trigger function knows without looking at the row. */
function openFrame(info: FunctionInfo, trigger: Trigger, reading: Reading, operation: Operation): Frame {
  const { relation } = reading
  const values: Values = new Map([
    ['new', trigger.level === 'row' && operation !== 'DELETE' ? { kind: 'row' } : { kind: 'null' }],
    ['old', operation === 'INSERT' ? { kind: 'null' } : null],
    ['tg_op', whole(operation)],
    ['tg_name', whole(trigger.name)],
    ['tg_when', whole(trigger.timing.toUpperCase())],
    ['tg_level', whole(trigger.level.toUpperCase())],
    ['tg_table_name', whole(relation.name)],
    ['tg_relname', whole(relation.name)],
    ['tg_table_schema', whole(relation.schema)],
    ['tg_nargs', whole(String(reading.arguments.length))],
    ['pg_trigger_depth()', whole('1')],
  ])
  return {
    reading,
    function: info,
    depth: 0,
    path: new Set([info.id]),
    searchPath: null,
    values,
    parameters: [],
    caught: false,
    datums: [],
  }
}

/** WHEN is judged before the trigger runs: its depth is still 0. */
function whenHolds(when: unknown, frame: Frame): boolean {
  const before: Frame = { ...frame, values: new Map([...frame.values, ['pg_trigger_depth()', whole('0')]]) }
  visitSql(when, before, true)
  return judge(when, before) === true
}

function close(trigger: Trigger, ledger: Ledger, refuses: string | null): Read {
  const effect: Effect = {
    trigger: trigger.name,
    function: trigger.function,
    timing: trigger.timing,
    inserts: ledger.inserts,
    updates: [...ledger.updates].sort(),
    ...(ledger.counts.size === 0
      ? {}
      : { counts: [...ledger.counts].map(([table, columns]) => ({ table, columns: [...columns].sort() })) }),
    // What happens to NEW after the row is stored is lost.
    assigns: trigger.timing === 'after' ? [] : [...ledger.assigns].sort(),
    ...(trigger.timing === 'after' || ledger.overwrites.size === 0
      ? {}
      : { overwrites: [...ledger.overwrites].sort() }),
    raises: [...ledger.raises],
    callsOut: [...ledger.callsOut].sort(),
    read: ledger.read,
  }
  return { effect, shared: ledger.shared, refuses }
}
