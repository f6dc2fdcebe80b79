import { randomInt } from 'node:crypto'
import { type Finding, finding } from '../../model/finding.ts'
import { FACTOR_LENGTH, FACTOR_LETTERS } from '../../model/given/factor-secret.ts'
import { compileRows } from '../../values/rows/rows.ts'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'
import { factorRows } from './factor-rows.ts'

/** Factors that one statement speaks of. */
const SLICE = 5000

/**
 * On a database that is not on this machine: gives second factors of ours that have no secret yet theirs, and puts them to use. A secret that nobody named
 * is made for the run and shown once (`show`); it stands nowhere else. Rows that were left without one by a run that was interrupted get theirs now.
 */
export async function giveFactorSecrets(
  { config, db, assets }: Session,
  { plan, secrets }: Pick<Prepared, 'plan' | 'secrets'>,
  show: ((secret: string, host: string) => void) | undefined,
): Promise<readonly Finding[]> {
  const factors = factorRows(plan)
  if (secrets === null || factors === null) return []
  const rows = compileRows(plan, assets).table(factors.table.id)
  const handles = new Map<string, string | undefined>()
  for (let row = 0; row < factors.table.rows; row++) {
    const [id] = rows.texts(row, ['id'])
    if (id != null) handles.set(id, factors.handles.get(row))
  }
  const bare = await db.transaction((tx) => withoutSecret(tx, [...handles.keys()]), { readOnly: true })
  if (bare.length === 0) return []
  const given = (id: string): string | undefined =>
    secrets.get(handles.get(id) ?? '') ?? config.factorSecret ?? undefined
  const others = bare.filter((id) => given(id) === undefined)
  if (others.length > 0 && show === undefined) return [withoutOne(others.length)]
  const made = others.length === 0 ? '' : newSecret()
  if (others.length > 0) show?.(made, db.address.host)
  const ids = new Map<string, string[]>()
  for (const id of bare) {
    const secret = given(id) ?? made
    const same = ids.get(secret)
    if (same === undefined) ids.set(secret, [id])
    else same.push(id)
  }
  await db.transaction(async (tx) => {
    for (const [secret, some] of ids)
      for (let from = 0; from < some.length; from += SLICE)
        await tx.query(
          `update auth.mfa_factors set secret = $1, status = 'verified' where id = any ($2::uuid[]) and coalesce(secret, '') = ''`,
          [secret, some.slice(from, from + SLICE)],
        )
  })
  return []
}

async function withoutSecret(
  tx: Parameters<Parameters<Session['db']['transaction']>[0]>[0],
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < ids.length; from += SLICE) {
    const rows = await tx.query<{ id: string }>(
      `select f.id::text as id from auth.mfa_factors f
       where f.id = any ($1::uuid[]) and f.status::text = 'unverified' and coalesce(f.secret, '') = '' order by f.id`,
      [ids.slice(from, from + SLICE)],
    )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

const newSecret = (): string =>
  Array.from({ length: FACTOR_LENGTH }, () => FACTOR_LETTERS[randomInt(FACTOR_LETTERS.length)]).join('')

const withoutOne = (count: number): Finding =>
  finding(
    'factors-without-secret',
    'warning',
    { table: 'auth.mfa_factors' },
    `${count} second factors of an interrupted run have no secret yet, and nobody can use them.`,
    { next: 'Run supa-seed seed with SUPA_SEED_TOTP_SECRET, or on a terminal without --yes and --json.' },
  )
