import type { Relation } from '../../model/catalog.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Study } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { misfitOf } from '../fixtures/check/misfit-of.ts'

/**
 * What rows hold that a filter means, as Postgres prints it. `relation` null: the values come from the schema itself.
 * @throws SeedError `filter-misfit` for what the column cannot hold: nobody would be found
 */
export function filterTexts(
  relation: Relation | null,
  study: Study,
  filter: Readonly<Record<string, Value>>,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => {
      const column = relation?.columns.find((one) => one.name === name)
      const known = study.tables[relation?.id ?? '']?.columns[name]
      if (value === null) return [name, null]
      if (column === undefined || known === undefined) return [name, String(value)]
      const misfit = misfitOf(value, column, known, false)
      if (misfit !== null)
        throw new SeedError({
          code: 'filter-misfit',
          message: `No row of ${relation?.id} can hold that in ${name}: nobody would be found.`,
          place: { table: relation?.id ?? '', column: name, path: `existingUsers.filter.${name}` },
          ...misfit,
          next: 'Say a value as the column holds it.',
        })
      return [name, printed(value, known.encoding.kind, known.base)]
    }),
  )
}

function printed(value: Exclude<Value, null>, kind: string, base: string): string {
  const text = String(value).trim()
  if (kind === 'boolean') return String(/^(?:t|y|on|1)/i.test(text))
  return /^int[248]$/.test(base) && /^[+-]?\d+$/.test(text) ? String(BigInt(text.replace(/^\+/, ''))) : String(value)
}
