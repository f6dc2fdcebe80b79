import { scan } from './scan.ts'

/** The value of a PL/pgSQL assignment: of `new.x := lower(y)` the text `lower(y)`. `=` means the same as `:=`. */
export function splitAssignment(assignment: string): string {
  let depth = 0
  for (const { kind, text, start } of scan(assignment)) {
    if (kind !== 'sign') continue
    if (text === '[' || text === '(') depth += 1
    if (text === ']' || text === ')') depth -= 1
    if (text === '=' && depth === 0) return assignment.slice(start + 1)
  }
  return assignment
}
