import type { Value } from '../../model/value.ts'
import type { Need, Outcome } from './choice.ts'
import type { Accept, Formula, RuleDraft } from './formula.ts'
import { meetPieces } from './meet-pieces.ts'
import type { Piece } from './piece.ts'
import { distinctValues, valueKey } from './same-value.ts'
import { presenceOf, valueSet } from './value-set.ts'

/** One of the alternatives: the values of the discriminator, and what else holds then. */
interface Branch {
  readonly values: readonly Value[]
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
  if (set === null || set.not) return null
  // `type = 'a'` does not refuse NULL, but means 'a'.
  const values = set.values.length === 1 ? set.values : set.values.filter((value) => value !== null)
  return {
    values,
    others: parts.filter((part): part is Accept => part.kind === 'accept' && part !== own),
    rules: parts.flatMap((part) => (part.kind === 'rule' ? [part.rule] : [])),
  }
}

function areDisjoint(branches: readonly Branch[]): boolean {
  const keys = branches.flatMap(({ values }) => values.map(valueKey))
  return new Set(keys).size === keys.length
}

function outcomeOf(column: string, branches: readonly Branch[]): Outcome | null {
  const all = branches.flatMap(({ values }) => values)
  const listed = all.filter((value) => value !== null)
  const paired = pairedColumns(branches)
  const tuples = paired.length === 0 ? null : tupleRule(column, paired, branches)
  const rest =
    tuples === null
      ? branches
      : branches.map((branch) => ({
          ...branch,
          others: branch.others.filter((other) => !paired.includes(other.column)),
        }))
  const others = distinctColumns(rest)
  const parts = others.map((other) => ofColumn(column, other, rest, all))
  if (parts.includes(null)) return null
  const found = parts as { needs: readonly Need[]; rules: readonly RuleDraft[] }[]
  const own: Need = {
    column,
    nulls: all.includes(null),
    piece: listed.length === 0 ? null : { values: distinctValues(listed) },
  }
  const tupleNeeds =
    tuples === null
      ? []
      : paired.map(
          (name): Need => ({
            column: name,
            nulls: false,
            piece: { values: distinctValues(branches.flatMap((branch) => listOf(branch, name))) },
          }),
        )
  return {
    needs: [own, ...tupleNeeds, ...found.flatMap(({ needs }) => needs)],
    rules: [
      ...(tuples === null ? [] : [tuples]),
      ...found.flatMap(({ rules }) => rules),
      ...branches.flatMap(({ rules }) => rules),
    ],
    narrows: found.some(({ needs }) => needs.length > 0) || branches.some(({ rules }) => rules.length > 0),
  }
}

const distinctColumns = (branches: readonly Branch[]): readonly string[] => [
  ...new Set(branches.flatMap(({ others }) => others.map(({ column }) => column))),
]

const listOf = (branch: Branch, column: string): readonly Value[] => {
  const accept = branch.others.find((other) => other.column === column)
  return (accept === undefined ? [] : (accept.pieces[0]?.values ?? [])).filter((value) => value !== null)
}

/** Columns that have a list of values in every branch, and not the same one. */
function pairedColumns(branches: readonly Branch[]): readonly string[] {
  return distinctColumns(branches).filter((column) => {
    const accepts = branches.map(({ others }) => others.filter((other) => other.column === column))
    if (
      !accepts.every(
        (found) =>
          found.length === 1 &&
          found[0]?.pieces.length === 1 &&
          Object.keys(found[0].pieces[0] ?? {}).join() === 'values',
      )
    )
      return false
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

/** What the branches say of one further column. */
function ofColumn(
  when: string,
  column: string,
  branches: readonly Branch[],
  all: readonly Value[],
): { needs: readonly Need[]; rules: readonly RuleDraft[] } | null {
  const missing: Value[] = []
  const there: Value[] = []
  let piece: Piece = {}
  for (const { values, others } of branches)
    for (const accept of others.filter((other) => other.column === column)) {
      const presence = presenceOf(accept)
      if (presence === 'null') missing.push(...values)
      else if (!accept.nulls) there.push(...values)
      const [own, another] = accept.pieces
      if (another !== undefined) return null
      const met = own === undefined ? piece : meetPieces(piece, own)
      if (met === 'empty' || met === 'clash') return null
      piece = met
    }
  const needs: readonly Need[] = Object.keys(piece).length === 0 ? [] : [{ column, nulls: true, piece }]
  return { needs, rules: presences(column, when, missing, there, all) }
}

function presences(
  column: string,
  when: string,
  missing: readonly Value[],
  there: readonly Value[],
  all: readonly Value[],
): readonly RuleDraft[] {
  const rule = (values: readonly Value[], isNull: boolean, only: boolean): RuleDraft => ({
    kind: 'presence',
    column,
    null: isNull,
    when,
    values,
    not: false,
    only,
  })
  if (missing.length + there.length === all.length && missing.length > 0 && there.length > 0)
    return [rule(there, false, true)]
  return [
    ...(missing.length > 0 ? [rule(missing, true, false)] : []),
    ...(there.length > 0 ? [rule(there, false, false)] : []),
  ]
}
