import type { MappingProblem } from '../../model/assets/asset-mapping.ts'

const LONGEST = 200

/** What was found, and where: `bodi (character 8) in trim(bodi)`. */
export function foundIn({ found, column }: MappingProblem, expression: string): string {
  const shown = expression.length <= LONGEST ? expression : `${expression.slice(0, LONGEST)}…`
  return `${found}${column === undefined ? '' : ` (character ${column})`} in ${shown}`
}
