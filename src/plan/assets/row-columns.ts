import type { AssetMapping } from '../../model/assets/asset-mapping.ts'
import type { Finding } from '../../model/finding.ts'
import { nearest } from '../../model/nearest.ts'

/** The columns of the row that each field of a pool looks at. */
export type RowColumns = ReadonlyMap<string, readonly string[]>

export function rowColumnsOf(mapping: AssetMapping, fields: Readonly<Record<string, string>>): RowColumns {
  return new Map(
    Object.entries(fields).map(([name, expression]) => {
      const read = mapping.read(expression)
      return [name, 'problem' in read ? [] : read.columns]
    }),
  )
}

/** True where a field looks at a column that its pool gives nothing, or over others at itself. */
export function tellRowColumns(
  name: string,
  links: RowColumns,
  problem: (code: string, message: string, rest: Partial<Finding>) => void,
): boolean {
  const names = [...links.keys()]
  const unknown = (links.get(name) ?? []).filter((one) => !links.has(one))
  for (const one of unknown) {
    const near = nearest(one, names)
    problem('unknown-row-column', `The pool gives no column ${one} that row.${one} could be.`, {
      expected: `one of ${names.map((other) => `row.${other}`).join(', ')}`,
      found: `row.${one}`,
      next: near === null ? `Give it a field: fields: { ${one}: … }` : `Did you mean row.${near}?`,
    })
  }
  const circle = circleOf(name, links)
  if (circle !== null)
    problem('expression-cycle', `The field ${name} waits for itself.`, {
      expected: 'fields that do not look at each other in a circle',
      found: circle.join(' → '),
      next: `Say one of them without row.….`,
    })
  return unknown.length > 0 || circle !== null
}

/** The way from a field back to itself; null where there is none. */
function circleOf(name: string, links: RowColumns): readonly string[] | null {
  const seen = new Set<string>()
  const ways: (readonly string[])[] = [[name]]
  for (let way = ways.pop(); way !== undefined; way = ways.pop())
    for (const next of links.get(way.at(-1) as string) ?? []) {
      if (next === name) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  return null
}
