import type { Domain } from '../../model/study.ts'
import type { Path } from '../types/domain-of.ts'
import type { Choice, Need } from './choice.ts'
import type { Piece } from './piece.ts'
import type { ColumnType } from './reader.ts'

/** Moves what is demanded of VALUE to the column that has the domain: to itself, its items, or one of its attributes. */
export function wrapChoice(choice: Choice, column: string, path: Path, type: ColumnType): Choice {
  return {
    ...choice,
    outcomes: choice.outcomes.map((outcome) => ({
      ...outcome,
      needs: outcome.needs.map((need) => wrapNeed(need, column, path, type)),
    })),
  }
}

function wrapNeed(need: Need, column: string, path: Path, type: ColumnType): Need {
  const [step, ...deeper] = path
  if (step === undefined) return { ...need, column }
  const inner = wrapNeed(
    need,
    column,
    deeper,
    step === 'items' ? { ...type, shape: 'scalar' } : (type.attributes[step]?.type ?? type),
  )
  return { column, nulls: true, piece: step === 'items' ? itemsPiece(inner) : fieldPiece(inner, step, type) }
}

const domain = ({ nulls, piece }: Need): Domain => ({ ...(piece ?? { values: [null] }), notNull: !nulls })

const itemsPiece = (need: Need): Piece =>
  need.piece === null && !need.nulls ? { maxItems: 0 } : { items: domain(need) }

function fieldPiece(need: Need, index: number, type: ColumnType): Piece {
  return { fields: type.attributes.map((_, at) => (at === index ? domain(need) : { notNull: false })) }
}
