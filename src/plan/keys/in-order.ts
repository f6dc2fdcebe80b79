import type { KeyStudy } from '../../model/study.ts'

/** The primary key comes first, but after those that are a part of it: rows that differ by a part differ by the whole. */
export function inOrder(keys: readonly KeyStudy[]): readonly KeyStudy[] {
  const primary = keys.find((key) => key.primary)
  if (primary === undefined) return keys
  const isPart = ({ columns, partial }: KeyStudy): boolean =>
    partial === null &&
    columns.length > 0 &&
    columns.length < primary.columns.length &&
    columns.every((name) => primary.columns.includes(name))
  const parts = keys.filter(isPart)
  return [...parts, ...keys.filter((key) => !parts.includes(key))]
}
