import type { Origin, TableReport } from '../model/reports/report.ts'
import { spellCount } from './spell-number.ts'

const NAMES: Readonly<Record<Origin, string>> = {
  generated: 'generated',
  files: 'your files',
  given: 'given',
  trigger: 'trigger',
  existing: 'existing',
}

/** `your files`; of several, the most first: `14 your files, 6 generated`. */
export function spellOrigins(origins: TableReport['origins']): string {
  const all = Object.entries(origins).sort(([, a], [, b]) => b - a) as [Origin, number][]
  if (all.length === 1) return all.map(([origin]) => NAMES[origin]).join('')
  return all.map(([origin, rows]) => `${spellCount(rows)} ${NAMES[origin]}`).join(', ')
}
