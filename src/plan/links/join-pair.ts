import type { KeyStudy } from '../../model/study.ts'
import { type Draft, type DraftLink, fittingCount } from '../draft.ts'

/** What rows of a join table may have besides its two links. */
const BESIDE = /^(id|uuid|(created|updated|inserted|added|joined|assigned)_?(at|on)?|position|sort_order|order)$/i

/**
 * A table that joins two others names no pair twice, although no unique key says so: it is called after both parents, or has nothing but the two links and
 * times, and either no key of its own or the name of one parent. Null for other tables. `room`: pairs that there are.
 */
export function joinPair(draft: Draft): { readonly key: KeyStudy; readonly room: number } | null {
  const { links, relation } = draft
  const [one, other, ...more] = links.filter(({ choose }) => !['implied', 'none'].includes(choose.kind))
  if (one === undefined || other === undefined || more.length > 0) return null
  if (![one, other].every((link) => isPlain(draft, link)) || one.key.parent === other.key.parent) return null
  const columns = [...one.columns, ...other.columns]
  const bare = relation.columns.every(({ name }) => columns.includes(name) || BESIDE.test(name))
  const called = [one, other].filter(({ key }) => relation.name.toLowerCase().includes(stemOf(key.parent))).length
  const itself = relation.primaryKey?.columns.some((name) => name !== null && !columns.includes(name)) ?? false
  if (called < 2 && !(bare && (called === 1 || !itself))) return null
  const key: KeyStudy = {
    name: `each pair once`,
    primary: false,
    columns,
    through: {},
    partial: null,
    nullsNotDistinct: false,
  }
  const known = draft.study.keys.some(
    ({ columns: own }) => own.length > 0 && own.every((name) => columns.includes(name)),
  )
  return known ? null : { key, room: fittingCount(one) * fittingCount(other) }
}

const isPlain = (draft: Draft, { columns, self, patch, nullable, choose }: DraftLink): boolean =>
  columns.length === 1 &&
  !self &&
  !patch &&
  !nullable &&
  (choose.kind === 'hash' || choose.kind === 'blocks') &&
  draft.scope.wish?.columns[columns[0] ?? ''] === undefined

const stemOf = (table: string): string =>
  table
    .replace(/^.*\./, '')
    .replaceAll('"', '')
    .toLowerCase()
    .replace(/(ies|s)$/, '')
