import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import clinic from '../../examples/seed-scripts/clinic/supa-seed.config.ts'
import marketplace from '../../examples/seed-scripts/marketplace/supa-seed.config.ts'
import tickets from '../../examples/seed-scripts/team-tickets/supa-seed.config.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { Queryable, QueryRow } from '../../src/model/database.ts'
import { handles } from '../../src/test.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples')
const KIT = join(EXAMPLES, 'outdoor-platform/supabase/migrations')

const read = (name: string, file: string): string => readFileSync(join(EXAMPLES, 'seed-scripts', name, file), 'utf8')

const kit = (): string =>
  readdirSync(KIT)
    .filter((file) => file.startsWith('20250301'))
    .sort()
    .map((file) => readFileSync(join(KIT, file), 'utf8'))
    .join('\n')

interface Example {
  readonly config: { readonly users?: unknown }
  readonly before?: () => string
  /** What both say alike; times are days from `$now`. */
  readonly facts: readonly string[]
  /** Numbers of rows: the configuration has at least as many as the script. */
  readonly volumes: readonly string[]
  /** Counts what must not be: none in what the configuration makes. */
  readonly never: string
}

const SIGN_INS = `select u.email, i.provider, u.encrypted_password = extensions.crypt('testingpassword', u.encrypted_password) as fits
  from auth.users u join auth.identities i on i.user_id = u.id
  where u.email in ('alice@example.com', 'bob@example.com', 'lead@example.com', 'agent@example.com', 'customer@example.com', 'dr.okafor@example.com') order by 1`

const days = (column: string): string => `round(extract(epoch from ${column} - $now) / 86400)::int`

const examples: Readonly<Record<string, Example>> = {
  marketplace: {
    config: marketplace,
    facts: [
      `select o.id, u.email, s.slug, o.status, o.total_cents, ${days('o.placed_at')} as placed, ${days('o.shipped_at')} as shipped
       from orders o join auth.users u on u.id = o.buyer_id join shops s on s.id = o.shop_id where o.id in (1001, 1002) order by 1`,
      `select order_id, sku, title, quantity, unit_price_cents, price_cents, stock, p.status
       from order_items join products p on p.id = product_id where order_id in (1001, 1002) order by 1, 2`,
      `select name, slug, email from shops join auth.users u on u.id = owner_id where slug = 'bobs-tents'`,
    ],
    volumes: ['auth.users', 'profiles', 'shops', 'products', 'orders', 'order_items'],
    never: `select id from orders where placed_at > $now or (id < 1001 and total_cents <> (select sum(quantity * unit_price_cents) from order_items where order_id = orders.id))`,
  },
  'team-tickets': {
    config: tickets,
    before: kit,
    facts: [
      `select a.name, a.slug, u.email, m.account_role from accounts a join accounts_memberships m on m.account_id = a.id
       join auth.users u on u.id = m.user_id where not is_personal_account order by 3`,
      `select t.id, a.slug, c.email as by, g.email as for, title, status, priority, ${days('t.created_at')} as made, resolved_at
       from tickets t join accounts a on a.id = t.account_id join auth.users c on c.id = t.created_by join auth.users g on g.id = t.assigned_to where t.id = 501`,
      `select email, body, ${days('m.created_at')} as made from ticket_messages m join auth.users u on u.id = author_id where ticket_id = 501 order by m.created_at`,
      'select name from tickets_labels join ticket_labels l on l.id = label_id where ticket_id = 501 order by 1',
    ],
    volumes: ['auth.users', 'accounts', 'accounts_memberships', 'tickets', 'ticket_messages', 'ticket_labels'],
    never: 'select id from tickets where created_at > $now or resolved_at > $now',
  },
  clinic: {
    config: clinic,
    facts: [
      `select patient_number, p.full_name, p.email, birth_date::text, u.email as sees, t.name, room_code, status, ${days('starts_at')} as starts,
         (ends_at - starts_at)::text as takes, v.body
       from bookings b join patients p on p.id = patient_id join practitioners d on d.id = practitioner_id join auth.users u on u.id = d.user_id
       join treatments t on t.id = treatment_id left join visit_notes v on v.booking_id = b.id where patient_number = 'P-00007' and starts_at in ($now - interval '2 days', $now + interval '1 week') order by starts_at`,
      'select code, floor from rooms order by 1',
      'select name, minutes, price from treatments order by 1',
    ],
    volumes: ['auth.users', 'patients', 'bookings', 'practitioners'],
    never: `select id from bookings where (status in ('completed', 'no_show') and starts_at > $now) or (status in ('confirmed', 'requested') and ends_at < $now)`,
  },
}

describe.each(Object.entries(examples))('the seed script %s', (name, example) => {
  test('and the configuration that takes its place say the same', async () => {
    expect(read(name, 'supa-seed.config.ts').trimEnd().split('\n').length).toSatisfy((n: number) => n >= 20 && n <= 40)
    const database = await freshDatabase('pglite')
    await layBase(database.db)
    await database.db.execute(
      `set search_path = public, extensions; ${example.before?.() ?? ''}; ${read(name, 'schema.sql')}`,
    )
    const script = await byScript(database, name, example)
    const root = projectFolder()
    const config = { ...example.config, users: { count: example.config.users, passwordCost: 4 }, now: NOW }
    const report = await seedStory(database.db, config, root)
    expect(report.warnings).toEqual([])

    const { facts, rows } = await said(database.db, example, `'${NOW}'::timestamptz`)
    expect(facts).toEqual(script.facts)
    for (const [at, table] of example.volumes.entries())
      expect(rows[at], table).toBeGreaterThanOrEqual(Number(script.rows[at]))
    expect(await database.raw(example.never.replaceAll('$now', `'${NOW}'::timestamptz`))).toEqual([])
    expect(
      (await seedStory(database.db, config, root)).tables.map(({ inserted, updated }) => inserted + updated),
    ).toEqual(report.tables.map(() => 0))
    if (name === 'marketplace') await seesOwnOrders(database)
  })
})

test('handles name the known rows', () => {
  const h = handles(marketplace)
  expect([h.order1001.id, h.order1001.status, h.alice.email, h.alice.password]).toEqual([
    1001,
    'shipped',
    'alice@example.com',
    'testingpassword',
  ])
  expect(handles(tickets).invoice.id).toBe(501)
  expect(handles(clinic).coming.status).toBe('confirmed')
})

const NOW = '2026-01-15T12:00:00Z'

/** What is there after the script, which is undone. */
async function byScript({ db }: TestDatabase, name: string, example: Example): Promise<Said> {
  const undo = new Error('undo')
  let there: Said | null = null
  await db
    .transaction(async (tx) => {
      await tx.execute(`set local search_path = public, extensions; ${read(name, 'seed.sql')}`)
      there = await said(tx, example, 'now()')
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  if (there === null) throw undo
  return there
}

interface Said {
  readonly facts: readonly (readonly QueryRow[])[]
  readonly rows: readonly number[]
}

async function said(db: Queryable, { facts, volumes }: Example, now: string): Promise<Said> {
  const told: QueryRow[][] = []
  for (const fact of [SIGN_INS, ...facts]) {
    const rows = await db.query(fact.replaceAll('$now', now))
    expect(rows.length, fact).toBeGreaterThan(0)
    told.push(rows)
  }
  const [counts] = await db.query<Record<string, number>>(
    `select ${volumes.map((table, at) => `(select count(*)::int from ${table}) as n${at}`).join(', ')}`,
  )
  return { facts: told, rows: volumes.map((_, at) => Number(counts?.[`n${at}`])) }
}

/** Row-level security: alice sees all orders that are hers, and no other; bob those of his shop. */
async function seesOwnOrders(database: TestDatabase): Promise<void> {
  const { alice, bob } = handles(marketplace)
  const seenBy = (user: string) =>
    database.db.transaction(async (tx) => {
      await tx.query(`select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`, [
        JSON.stringify({ sub: user, role: 'authenticated' }),
      ])
      return tx.query('select id::int from public.orders order by 1')
    })
  const owned = await database.db.query('select id::int from public.orders where buyer_id = $1 order by 1', [alice.id])
  expect(owned).toContainEqual({ id: 1001 })
  expect(await seenBy(alice.id)).toEqual(owned)
  expect((await seenBy(bob.id)).length).toBeLessThan(202)
}
