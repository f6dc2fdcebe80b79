import { type SqlColumn, sameKey, sheet, transposed } from './columns.ts'
import type { OwnTable } from './own-rows.ts'

/** Rows of ours that are told from those of others by their keys, at most. */
const TOLD_APART = 20_000

/** A condition on rows `t`: rows of ours only, without those that are given. Null: they cannot be told from others with a reasonable effort. */
export function onlyWritten(
  { rows, own, others }: OwnTable,
  key: readonly SqlColumn[],
): { readonly sql: string; readonly parameters: readonly unknown[] } | null {
  const { plan } = rows
  const given = new Set(plan.fixtures?.map(({ row }) => row))
  const width = key.length
  if (others === 0) {
    if (given.size === 0) return { sql: '', parameters: [] }
    const keys = own.flatMap((part) =>
      [...given].filter((row) => row >= part.from && row < part.to).map((row) => part.rows.key(row)),
    )
    return {
      sql: `and not exists (select from ${sheet(width)} where ${sameKey(key)})`,
      parameters: transposed(width, keys),
    }
  }
  if (!plan.key.exact || own.reduce((sum, { from, to }) => sum + to - from, 0) > TOLD_APART) return null
  const keys: (string | null)[][] = []
  for (const part of own)
    for (let row = part.from; row < part.to; row++) if (!given.has(row)) keys.push(part.rows.key(row))
  return { sql: `and exists (select from ${sheet(width)} where ${sameKey(key)})`, parameters: transposed(width, keys) }
}
