import type { VerifyReport } from '../../model/report.ts'

/** Tables that are shown beside each other. */
const TABLES = 4

/**
 * What a few users see of the tables where that differs most, so that it fits one small table; without the findings.
 * `users`: by e-mail, in order.
 */
export function narrowVerify(verify: VerifyReport, users: readonly string[]): VerifyReport {
  const shown = verify.visible.filter(({ user }) => users.includes(user))
  const different = new Map<string, Set<number>>()
  for (const { table, rows } of shown) {
    const seen = different.get(table) ?? new Set()
    if (rows !== null) seen.add(rows)
    different.set(table, seen)
  }
  const tables = [...different]
    .filter(([, seen]) => seen.size > 1)
    .sort(([, a], [, b]) => b.size - a.size)
    .slice(0, TABLES)
    .map(([table]) => table)
  return { ...verify, visible: shown.filter(({ table }) => tables.includes(table)), findings: [] }
}
