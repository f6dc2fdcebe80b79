import type { Assets } from '../../model/assets/assets.ts'
import type { Catalog } from '../../model/catalog.ts'
import type { Config } from '../../model/config.ts'
import type { Past } from '../../model/journal.ts'
import type { Pool } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, Plan, TablePlan } from '../../model/plan.ts'
import type { Answers } from '../../model/question.ts'
import { countIn, isIn } from '../../model/row-spans.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { AdoptedTable, Adoption } from '../../plan/people/adoption.ts'
import { compileRows, type Rows } from '../../values/rows/rows.ts'
import { skipRows } from '../../values/rows/skip-rows.ts'
import { isRequired } from './is-required.ts'

type Adopted = Answers['adopted']

interface Given {
  readonly adoption: Adoption
  readonly past: Past
  readonly assets: Assets
  readonly planBy: (adopted: Adopted) => Promise<Plan>
}

/**
 * Rows that were found, without those that an earlier run has made. Of users the keys tell, which are the same whoever is adopted beside them; of rows that
 * were made for users of others (their profiles) what is in them, so a plan is made as if there were none.
 */
export async function othersAmong(found: Adopted, { adoption, past, assets, planBy }: Given): Promise<Adopted> {
  const [users, ...more] = adoption.tables
  if (users === undefined) return found
  const isOpen = ({ id }: AdoptedTable): boolean =>
    (found[id]?.rows.length ?? 0) > 0 && past.tables[id]?.plan.adopted === undefined
  let others = found
  if (isOpen(users)) {
    const plan = await planBy(others)
    others = without(others, users.id, ownKeys(plan, compileRows(plan, assets), users))
  }
  for (const table of more) {
    if (!isOpen(table) || others[users.id]?.rows.length === 0) continue
    const plan = await planBy(emptied(others, table.id))
    others = without(others, table.id, ownContents(plan, compileRows(plan, assets), table, found[table.id] as Pool))
  }
  return others
}

const emptied = (adopted: Adopted, id: ObjectId): Adopted => ({
  ...adopted,
  [id]: { ...(adopted[id] as Pool), rows: [] },
})

function without(adopted: Adopted, id: ObjectId, isOwn: (pool: Pool, texts: Pool['rows'][number]) => boolean): Adopted {
  const pool = adopted[id] as Pool
  return { ...adopted, [id]: { ...pool, rows: pool.rows.filter((texts) => !isOwn(pool, texts)) } }
}

type IsOwn = Parameters<typeof without>[2]

function ownKeys(plan: Plan, rows: Rows, { id, column }: AdoptedTable): IsOwn {
  const table = plan.tables.find((one) => one.id === id)
  const own = new Set(table === undefined ? [] : textsOf(table, rows, [column]).keys())
  return (pool, texts) => own.has(texts[pool.columns.indexOf(column)] ?? '')
}

/** Is a row just what the plan makes for the same user? Rows without words of their own are those of others. */
function ownContents(plan: Plan, rows: Rows, { id, column }: AdoptedTable, pool: Pool): IsOwn {
  const table = plan.tables.find((one) => one.id === id)
  if (table === undefined || table.writer.kind === 'update' || table.made !== undefined) return () => false
  const names = table.columns
    .filter((one) => pool.columns.includes(one.name) && isOwnWords(one))
    .map(({ name }) => name)
  if (names.length === 0) return () => false
  const own = textsOf(table, rows, [column, ...names])
  const places = names.map((name) => pool.columns.indexOf(name))
  return (_, texts) => {
    const made = own.get(texts[pool.columns.indexOf(column)] ?? '')
    if (made === undefined || made.every((text, i) => i === 0 || text === null)) return false
    return made.every((text, i) => i === 0 || text === texts[places[i - 1] as number])
  }
}

const isOwnWords = ({ recipe, encoding, overwritten }: ColumnPlan): boolean =>
  (recipe.kind === 'dealt' ? recipe.otherwise : recipe).kind === 'draw' &&
  encoding.kind === 'text' &&
  overwritten === undefined

/** The texts of our rows, by the first of the columns. */
function textsOf(table: TablePlan, rows: Rows, columns: readonly string[]): Map<string, readonly (string | null)[]> {
  const texts = new Map<string, readonly (string | null)[]>()
  for (let row = 0; row < table.rows; row++) {
    if (isIn(table.skipped ?? [], row)) continue
    const own = rows.table(table.id).texts(row, columns)
    texts.set(own[0] ?? '', own)
  }
  return texts
}

/** Rows of ours that went with rows of others on which they hung, by table. Empty where no row of others is gone. */
export function goneWithOthers(
  plan: Plan,
  catalog: Catalog,
  assets: Assets,
): Readonly<Record<ObjectId, readonly number[]>> {
  const isGone = ({ adopted, skipped }: TablePlan): boolean =>
    adopted !== undefined && countIn(skipped) > countIn(adopted)
  if (!plan.tables.some(isGone)) return {}
  const required = (table: ObjectId, columns: readonly string[]) => isRequired(catalog, table, columns)
  const left = skipRows(plan, new Map(), required, assets, 'first')
  return Object.fromEntries(
    left.tables.flatMap(({ id, present, skipped = [] }, at) => {
      const known = plan.tables[at]?.skipped ?? []
      const gone = Array.from({ length: present }, (_, row) => row).filter(
        (row) => isIn(skipped, row) && !isIn(known, row),
      )
      return gone.length === 0 ? [] : [[id, gone]]
    }),
  )
}

/** @throws SeedError `no-existing-users` where content is for users that are there, and nobody is. */
export function refuseNobody({ strategy }: Config, found: Adopted, { among, tables }: Adoption, past: Past): void {
  const [users] = tables
  if (strategy.kind !== 'use-existing' || users === undefined) return
  if ((found[users.id]?.rows.length ?? 0) + (past.tables[users.id]?.rows ?? 0) > 0) return
  const where = 'ids' in among ? users.id : among.table
  throw new SeedError({
    code: 'no-existing-users',
    message: `No user is there to adopt: ${where} has no rows that existingUsers means.`,
    place: { table: where, path: 'existingUsers' },
    expected: 'at least one user',
    found: 'none',
    next: "Let somebody sign up first (or load a seed file), widen existingUsers.filter, or make users: userStrategy: 'create-new'",
  })
}
