import type { AllottedShare, Association } from '../../model/allotting/association.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Parties } from './parties.ts'
import { rowOf } from './seeing.ts'

/** @throws SeedError `association-without-rows` where rows must lead somewhere, and nothing takes part that they could lead to */
export function refuseNowhere(
  { tentative }: { readonly tentative: boolean },
  association: Association,
  parties: Parties,
): void {
  const { name, path, via, wish, source, target } = association
  if (tentative || via.kind === 'join' || !via.required || wish.onConflict === 'partial') return
  const isSource = via.kind === 'source'
  const [rows, among] = isSource ? [parties.items, parties.targets] : [parties.targets, parties.items]
  if (among.length > 0 || !rows.some((row) => (rowOf(row) ?? 0) >= parties.table.present)) return
  const [table, all, member, filter] = isSource
    ? [target.table, parties.target.rows, 'target', wish.target.filter]
    : [source.table, parties.source.rows, 'source', wish.source.filter]
  const isFiltered = all.length > 0
  throw new SeedError({
    code: 'association-without-rows',
    message: `${name}: none of the ${all.length} rows of ${table} takes part, and every row of ${via.table} must lead to one.`,
    place: { table, path: isFiltered && filter !== null ? `${path}.${member}.filter` : `${path}.${member}` },
    expected: `rows of ${table}${isFiltered ? ' that fit' : ''}`,
    found: 'none',
    next: isFiltered
      ? `Say what rows of ${table} hold, or let others take part: mend ${member}.filter or ${member}.type`
      : `Say how many there are to be: tables: { ${table}: { count: 10 } }`,
  })
}

/** @throws SeedError `association-conflict` where two associations say where one row leads */
export function refuseTwice(shares: readonly AllottedShare[]): void {
  const led = new Map<string, { readonly by: Association; readonly rows: Set<number> }[]>()
  for (const { association, pairs } of shares) {
    const { via } = association
    if (via.kind === 'join') continue
    const rows = new Set(pairs.flatMap((pair) => (via.kind === 'source' ? pair.source : pair.target) ?? []))
    const place = JSON.stringify([via.table, via.link])
    const others = led.get(place) ?? []
    const other = others.find((one) => [...rows].some((row) => one.rows.has(row)))
    if (other !== undefined)
      throw new SeedError({
        code: 'association-conflict',
        message: `${other.by.name} and ${association.name} both say where rows of ${via.table} lead by ${association.spelled}.`,
        place: { table: via.table, path: association.path },
        expected: 'one association for each row',
        found: `rows that take part in ${other.by.name} and in ${association.name}`,
        next: 'Leave one of them out, or let filters tell their rows apart: source: { filter: { … } }',
      })
    led.set(place, [...others, { by: association, rows }])
  }
}
