import type { Check, Column, Relation } from '../model/catalog.ts'

/** What the types of generated columns ask of the columns that they are made of, as checks: a number fits, a text is not too long. */
export function generatedLimits(relation: Relation): readonly Check[] {
  return relation.columns.flatMap((column) => {
    const limit = limitOf(column)
    return limit === null ? [] : [{ name: limitsName(column.name), expression: limit, columns: [], validated: true }]
  })
}

/** Name of the check that a generated column fits its type. */
export const limitsName = (column: string): string => `limits of ${column}`

function limitOf({ generated, precision, scale, length, typeName }: Column): string | null {
  if (generated === null) return null
  const { expression } = generated
  if (precision !== null && typeName.startsWith('numeric')) {
    const most = 10 ** (precision - (scale ?? 0)) - 1
    return `(${expression}) <= ${most} AND (${expression}) >= -${most}`
  }
  return length !== null && typeName.startsWith('varchar') ? `char_length(${expression}) <= ${length}` : null
}
