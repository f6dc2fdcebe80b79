import type { Rule } from '../../model/study.ts'
import { joinPieces } from './join-pieces.ts'
import { meetPieces } from './meet-pieces.ts'
import type { Piece } from './piece.ts'

/** What a check demands of a row, as a tree over single columns and rules. */
export type Formula = All | AnyOf | Accept | RuleLeaf | UnknownLeaf

export interface All {
  readonly kind: 'all'
  readonly of: readonly Formula[]
}

export interface AnyOf {
  readonly kind: 'any'
  readonly of: readonly Formula[]
}

/** The column is NULL (if `nulls`), or one of the pieces accepts it. No pieces: no value will do. */
export interface Accept {
  readonly kind: 'accept'
  readonly column: string
  readonly nulls: boolean
  readonly pieces: readonly Piece[]
  /** False where less is accepted than the check would. */
  readonly exact: boolean
}

type WithoutCheck<Each> = Each extends Rule ? Omit<Each, 'check'> : never

/** A rule before the check that it comes from is known. */
export type RuleDraft = WithoutCheck<Rule>

/** A rule over several columns; it holds when one of `strict` is NULL. */
export interface RuleLeaf {
  readonly kind: 'rule'
  readonly rule: RuleDraft
  readonly strict: readonly string[]
}

export interface UnknownLeaf {
  readonly kind: 'unknown'
}

export const ALWAYS: All = { kind: 'all', of: [] }
export const NEVER: AnyOf = { kind: 'any', of: [] }
export const UNKNOWN: UnknownLeaf = { kind: 'unknown' }

export function accept(column: string, nulls: boolean, choices: readonly Piece[], exact = true): Formula {
  const pieces = choices.filter(({ values }) => values === undefined || values.length > 0)
  if (nulls && pieces.some((piece) => Object.keys(piece).length === 0)) return ALWAYS
  if (!nulls && pieces.length === 0) return NEVER
  return { kind: 'accept', column, nulls, pieces, exact }
}

export const isAlways = (formula: Formula): boolean => formula.kind === 'all' && formula.of.length === 0
const isNever = (formula: Formula): boolean => formula.kind === 'any' && formula.of.length === 0

/** All of them hold: flattened, and what is said of one column brought together where one piece can say it. */
export function all(formulas: readonly Formula[]): Formula {
  const flat = formulas.flatMap((one) => (one.kind === 'all' ? one.of : [one]))
  if (flat.some(isNever)) return NEVER
  const merged = mergeAccepts(flat, meetAccepts)
  if (merged.some(isNever)) return NEVER
  return merged.length === 1 && merged[0] !== undefined
    ? merged[0]
    : { kind: 'all', of: merged.filter((one) => !isAlways(one)) }
}

/** One of them holds. */
export function any(formulas: readonly Formula[]): Formula {
  const flat = formulas.flatMap((one) => (one.kind === 'any' ? one.of : [one]))
  if (flat.some(isAlways)) return ALWAYS
  const merged = mergeAccepts(flat, joinAccepts)
  if (merged.some(isAlways)) return ALWAYS
  return merged.length === 1 && merged[0] !== undefined
    ? merged[0]
    : { kind: 'any', of: merged.filter((one) => !isNever(one)) }
}

function mergeAccepts(
  formulas: readonly Formula[],
  merge: (left: Accept, right: Accept) => Formula | null,
): readonly Formula[] {
  const merged: Formula[] = []
  for (const one of formulas) {
    const index =
      one.kind === 'accept' ? merged.findIndex((other) => other.kind === 'accept' && other.column === one.column) : -1
    const both = index < 0 ? null : merge(merged[index] as Accept, one as Accept)
    if (both === null) merged.push(one)
    else merged[index] = both
  }
  return merged
}

/** Null where the pieces clash, or where nothing is left of more than was said: then both stay, for the choice between ways to settle. */
function meetAccepts(left: Accept, right: Accept): Formula | null {
  const pieces: Piece[] = []
  for (const one of left.pieces)
    for (const other of right.pieces) {
      const met = meetPieces(one, other)
      if (met === 'clash') return null
      if (met !== 'empty') pieces.push(met)
    }
  const met = accept(left.column, left.nulls && right.nulls, pieces, left.exact && right.exact)
  return isNever(met) && !(left.exact && right.exact) ? null : met
}

function joinAccepts(left: Accept, right: Accept): Formula {
  const pieces = [...left.pieces, ...right.pieces].reduce<readonly Piece[]>(addPiece, [])
  return accept(left.column, left.nulls || right.nulls, pieces, left.exact && right.exact)
}

function addPiece(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  for (const [index, other] of pieces.entries()) {
    const joined = joinPieces(other, piece)
    if (joined !== null)
      return addPiece(
        pieces.filter((_, at) => at !== index),
        joined,
      )
  }
  return [...pieces, piece]
}
