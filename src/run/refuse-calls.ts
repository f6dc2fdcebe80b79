import { finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'
import { study as studyCatalog } from '../study/study.ts'
import type { Session } from './session.ts'

type Owned = { readonly table: ObjectId }

/**
 * Rows of ours are about to be deleted, or put back. @throws SeedError `calls-out` where triggers would call out of the database for that and nobody has allowed
 * it by the id of their table.
 */
export function refuseCalls(
  { catalog, parser, config }: Pick<Session, 'catalog' | 'parser' | 'config'>,
  { own, made }: { readonly own: readonly Owned[]; readonly made: readonly Owned[] },
  only: readonly ObjectId[] | null,
  when: 'deleted' | 'restored' | 'moved',
): void {
  const { tables, calls = {} } = studyCatalog(catalog, parser)
  const ours = new Set([...own, ...made].map(({ table }) => table))
  const firing = (id: ObjectId): readonly string[] =>
    when === 'deleted'
      ? (tables[id]?.callsOut?.delete ?? [])
      : [
          ...(when === 'moved' ? [] : (calls[id] ?? [])).map(({ trigger }) => trigger),
          ...(tables[id]?.callsOut?.update ?? []),
        ]
  const dangers = [...ours]
    .filter((id) => (only === null || only.includes(id)) && firing(id).length > 0)
    .map((table) =>
      finding(
        'calls-out',
        'danger',
        { table },
        `Triggers call out of the database when rows of ${table} are ${when} (${[...new Set(firing(table))].join(', ')}).`,
        { next: `Allow it by its id: --allow calls-out:${table}` },
      ),
    )
    .filter(({ id }) => !config.allow.includes(id))
  const [first] = dangers
  if (first === undefined) return
  throw new SeedError({
    code: 'calls-out',
    message: first.message,
    place: first.place,
    next: `Nothing was changed. Allow it: ${dangers.map(({ id }) => `--allow ${id}`).join(' ')}`,
    findings: dangers,
  })
}
