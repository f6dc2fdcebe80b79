import type { Value } from '../../model/value.ts'
import type { Need, Outcome } from './choice.ts'
import type { Accept, Formula, RuleDraft } from './formula.ts'
import { meetPieces } from './meet-pieces.ts'
import type { Piece } from './piece.ts'
import { distinctValues, includesValue, valueKey } from './same-value.ts'
import { presenceOf, valueSet } from './value-set.ts'

/** One of the alternatives: the values of the discriminator (`rest`: all but these), and what else holds then. */
interface Branch {
  readonly values: readonly Value[]
  readonly rest: boolean
  readonly others: readonly Accept[]
  readonly rules: readonly RuleDraft[]
}

const MOST_TUPLES = 500

/**
 * `(type = 'a' and x is not null and y is null) or (type = 'b' and …)`: one column tells the alternatives apart. Which others are there follows from
 * it; values that go together become tuples. Null where no column does.
 */
export function discriminated(alternatives: readonly Formula[]): Outcome | null {
  const flat = alternatives.map((one) => (one.kind === 'all' ? one.of : [one]))
  const plain = flat.every((parts) => parts.every(({ kind }) => kind === 'accept' || kind === 'rule'))
  // `type = 'b'` alone may be one of the alternatives, when the others say more.
  return plain && flat.length > 1 && flat.some((parts) => parts.length > 1) ? byDiscriminator(flat) : null
}

function byDiscriminator(flat: readonly (readonly Formula[])[]): Outcome | null {
  const columns = (flat[0] ?? []).flatMap((part) => (part.kind === 'accept' ? [part.column] : []))
  for (const column of columns) {
    const branches = flat.map((parts) => branchOf(parts, column))
    if (branches.includes(null) || !areDisjoint(branches as Branch[])) continue
    const outcome = outcomeOf(column, branches as Branch[])
    if (outcome !== null) return outcome
  }
  return null
}

function branchOf(parts: readonly Formula[], column: string): Branch | null {
  const own = parts.find((part): part is Accept => part.kind === 'accept' && part.column === column)
  const set = own === undefined ? null : valueSet(own)
  if (set === null) return null
  return {
    // `type = 'a'` does not refuse NULL, but means 'a'.
    values: set.not || set.values.length === 1 ? set.values : set.values.filter((value) => value !== null),
    rest: set.not,
    others: parts.filter((part): part is Accept => part.kind === 'accept' && part !== own),
    rules: parts.flatMap((part) => (part.kind === 'rule' ? [part.rule] : [])),
  }
}

/** No value leads into two branches; that for the rest leaves out what the others list. */
function areDisjoint(branches: readonly Branch[]): boolean {
  const listed = branches.filter(({ rest }) => !rest).flatMap(({ values }) => values)
  const rests = branches.filter(({ rest }) => rest)
  const [rest] = rests
  // What is only there or not there says more by rules among equals.
  if (!listed.some((value) => value !== null) || rests.length > 1) return false
  if (new Set(listed.map(valueKey)).size !== listed.length) return false
  return rest === undefined || listed.every((value) => includesValue(rest.values, value))
}

function outcomeOf(column: string, branches: readonly Branch[]): Outcome | null {
  const paired = pairedColumns(branches)
  const tuples = paired.length === 0 ? null : tupleRule(column, paired, branches)
  const plain =
    tuples === null
      ? branches
      : branches.map((branch) => ({ ...branch, others: branch.others.filter((one) => !paired.includes(one.column)) }))
  const parts = distinctColumns(plain).map((other) => ofColumn(column, other, plain))
  if (parts.includes(null)) return null
  const found = parts as ColumnPart[]
  const pairs = tuples === null ? [] : paired
  return {
    needs: [
      ownNeed(column, branches),
      ...pairs.map((name): Need => ({ column: name, nulls: false, piece: { values: allValues(branches, name) } })),
      ...found.flatMap(({ needs }) => needs),
    ],
    rules: [
      ...(tuples === null ? [] : [tuples]),
      ...found.flatMap(({ rules }) => rules),
      ...branches.flatMap(({ rules }) => rules),
    ],
    narrows: found.some(({ needs }) => needs.length > 0) || branches.some(({ rules }) => rules.length > 0),
  }
}

/** What the discriminator itself must be: one of the listed values, or anything that the rest lets pass. */
function ownNeed(column: string, branches: readonly Branch[]): Need {
  const listed = branches.filter(({ rest }) => !rest).flatMap(({ values }) => values)
  const rest = branches.find((branch) => branch.rest)
  if (rest !== undefined) {
    const excluded = rest.values.filter((value) => value !== null && !includesValue(listed, value))
    const nulls = includesValue(listed, null) || !includesValue(rest.values, null)
    return { column, nulls, piece: excluded.length === 0 ? {} : { excluded } }
  }
  const values = distinctValues(listed.filter((value) => value !== null))
  return { column, nulls: includesValue(listed, null), piece: values.length === 0 ? null : { values } }
}

const distinctColumns = (branches: readonly Branch[]): readonly string[] => [
  ...new Set(branches.flatMap(({ others }) => others.map(({ column }) => column))),
]

const listOf = (branch: Branch, column: string): readonly Value[] => {
  const accept = branch.others.find((other) => other.column === column)
  return (accept === undefined ? [] : (accept.pieces[0]?.values ?? [])).filter((value) => value !== null)
}

const allValues = (branches: readonly Branch[], column: string): readonly Value[] =>
  distinctValues(branches.flatMap((branch) => listOf(branch, column)))

/** Columns that have a list of values in every branch, and not the same one. */
function pairedColumns(branches: readonly Branch[]): readonly string[] {
  if (branches.some(({ rest }) => rest)) return []
  const isList = (accepts: readonly Accept[]) =>
    accepts.length === 1 &&
    accepts[0]?.pieces.length === 1 &&
    Object.keys(accepts[0].pieces[0] ?? {}).join() === 'values'
  return distinctColumns(branches).filter((column) => {
    if (!branches.every(({ others }) => isList(others.filter((other) => other.column === column)))) return false
    return new Set(branches.map((branch) => valueKey(listOf(branch, column)))).size > 1
  })
}

function tupleRule(column: string, paired: readonly string[], branches: readonly Branch[]): RuleDraft | null {
  const tuples = branches.flatMap((branch) =>
    paired.reduce<readonly (readonly Value[])[]>(
      (found, name) => found.flatMap((tuple) => listOf(branch, name).map((value) => [...tuple, value])),
      branch.values.map((value) => [value]),
    ),
  )
  return tuples.length > MOST_TUPLES ? null : { kind: 'tuples', columns: [column, ...paired], tuples }
}

interface ColumnPart {
  readonly needs: readonly Need[]
  readonly rules: readonly RuleDraft[]
}

/** What the branches say of one further column: where it is there, where not, and what it is like wherever it is. */
function ofColumn(when: string, column: string, branches: readonly Branch[]): ColumnPart | null {
  const missing: Branch[] = []
  const there: Branch[] = []
  let piece: Piece = {}
  for (const branch of branches)
    for (const accept of branch.others.filter((other) => other.column === column)) {
      if (presenceOf(accept) === 'null') missing.push(branch)
      else if (!accept.nulls) there.push(branch)
      const [own, another] = accept.pieces
      if (another !== undefined) return null
      const met = own === undefined ? piece : meetPieces(piece, own)
      if (met === 'empty' || met === 'clash') return null
      piece = met
    }
  const needs: readonly Need[] = Object.keys(piece).length === 0 ? [] : [{ column, nulls: true, piece }]
  return { needs, rules: presences(column, when, missing, there, branches) }
}

function presences(
  column: string,
  when: string,
  missing: readonly Branch[],
  there: readonly Branch[],
  branches: readonly Branch[],
): readonly RuleDraft[] {
  const all = missing.length + there.length === branches.length && missing.length > 0 && there.length > 0
  // Said for all branches it is an equivalence, told by the side that lists its values.
  if (all && there.every(({ rest }) => !rest)) return [rule(column, when, there, false, true)]
  if (all) return [rule(column, when, missing, true, true)]
  return [
    ...[missing, there].flatMap((side, index) => {
      const listed = side.filter(({ rest }) => !rest)
      const rests = side.filter(({ rest }) => rest)
      return [listed, rests]
        .filter((some) => some.length > 0)
        .map((some) => rule(column, when, some, index === 0, false))
    }),
  ]
}

const rule = (column: string, when: string, side: readonly Branch[], isNull: boolean, only: boolean): RuleDraft => ({
  kind: 'presence',
  column,
  null: isNull,
  when,
  values: side.flatMap(({ values }) => values),
  not: side.some(({ rest }) => rest),
  only,
})
