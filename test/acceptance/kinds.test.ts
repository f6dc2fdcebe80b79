import { expect, test } from 'vitest'
import { configSchema } from '../../src/config/schema.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { refusal } from '../support/blog-with-assets.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'
import { STARTER } from './people-schemas.ts'

const CONFIG = {
  users: {
    count: 22,
    passwordCost: 4,
    emailDomain: 'app.test',
    roles: { admin: 2 },
    metadata: { onboarded: true },
    providers: { github: 1 },
    phone: 3,
    anonymous: 4,
    sso: { amount: 2, domain: 'corp.example' },
    linked: { google: 2 },
    mfa: ['admin'],
  },
  fixtures: { users: { alice: { email: 'alice@example.com' }, guest: { is_anonymous: true } } },
}

async function holds(database: TestDatabase, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}

const identity = (provider: string): string =>
  `from auth.users u join auth.identities i on i.user_id = u.id where i.provider = '${provider}'`

/** What Supabase Auth cannot read as NULL, whoever it is. */
const READABLE = `select bool_and(instance_id = '00000000-0000-0000-0000-000000000000' and aud = 'authenticated' and role = 'authenticated' and
  confirmation_token = '' and recovery_token = '' and email_change_token_new = '' and email_change = '' and email_change_token_current = '' and
  phone_change = '' and phone_change_token = '' and reauthentication_token = '' and email_change_confirm_status = 0 and
  created_at is not null and updated_at is not null and phone is distinct from '' and email is distinct from '') from auth.users`

test.each<ServerName>(['pg17', 'pglite'])('users of every kind, and the same again, on %s', async (server) => {
  const database = await freshDatabase(server)
  await layBase(database.db)
  await database.raw(STARTER)
  const root = projectFolder()
  const report = await seedStory(database.db, CONFIG, root)
  expect(report).toMatchObject({ ok: true, warnings: [], users: { created: 22 } })
  // All but those of github, single sign-on, and the anonymous ones.
  expect(report.signIns).toHaveLength(22 - 1 - 2 - 5)
  expect(report.signIns.filter(({ phone }) => /^1555\d{7}$/.test(phone ?? ''))).toHaveLength(3)
  expect(report.signIns.filter(({ totp, role }) => totp !== undefined && role === 'admin')).toHaveLength(2)
  await holds(database, [
    READABLE,
    'select count(*) = 22 from profiles',
    `select count(*) = 3 and bool_and(u.email is null and u.email_confirmed_at is null and u.phone_confirmed_at is not null and u.encrypted_password <> ''
       and i.provider_id = u.id::text and i.identity_data = jsonb_build_object('sub', u.id, 'phone', u.phone, 'email_verified', false, 'phone_verified', true)
       and u.raw_app_meta_data @> '{"provider": "phone", "providers": ["phone"]}' and u.raw_user_meta_data ->> 'phone' = u.phone
       and not u.raw_user_meta_data ? 'email' and u.raw_user_meta_data ? 'full_name') ${identity('phone')}`,
    `select count(*) = 5 and bool_and(email is null and phone is null and confirmed_at is null and encrypted_password = '' and raw_app_meta_data = '{}')
       from auth.users where is_anonymous`,
    `select count(*) = 4 from auth.users where is_anonymous and raw_user_meta_data = '{"onboarded": true}'`,
    `select count(*) = 0 from auth.identities i join auth.users u on u.id = i.user_id where u.is_anonymous`,
    `select count(*) = 2 and bool_and(u.is_sso_user and u.email like '%@corp.example' and i.provider_id = u.email and u.encrypted_password is null and
       i.identity_data ->> 'sub' = u.email and u.raw_app_meta_data ->> 'provider' = i.provider)
       ${identity('x').replace("= 'x'", "= 'sso:' || (select p.id from auth.sso_providers p)")}`,
    `select domain = 'corp.example' from auth.sso_domains d join auth.sso_providers p on p.id = d.sso_provider_id`,
    `select count(*) = 2 and bool_and(u.raw_app_meta_data @> '{"provider": "email", "providers": ["email", "google"]}' and u.encrypted_password <> '' and
       i.provider_id <> u.id::text and i.identity_data ->> 'sub' = i.provider_id and i.email = u.email and exists (
         select from auth.identities e where e.user_id = u.id and e.provider = 'email' and e.provider_id = u.id::text)) ${identity('google')}`,
    'select count(*) = 22 - 5 + 2 and count(distinct (provider, provider_id)) = 22 - 5 + 2 from auth.identities',
  ])
  const verified = await verifyStory(database.db, CONFIG, root)
  expect(verified.checks.filter(({ result }) => result === 'failed')).toEqual([])
  const before = await contents(database)
  // With the journal and without.
  for (const folder of [root, projectFolder()]) {
    expect(await seedStory(database.db, CONFIG, folder)).toMatchObject({ ok: true, warnings: [] })
    expect(await contents(database)).toEqual(before)
  }
  await cleanupStory(database.db, CONFIG, projectFolder())
  await holds(database, [
    'select (select count(*) from auth.users) + (select count(*) from auth.identities) + (select count(*) from auth.sso_providers) = 0',
  ])
  await database.drop()
})

test('users who are added the old way have their identities, whatever is asked for now', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  const root = projectFolder()
  const fixtures = { users: { zoe: { email: 'Zoë.UP@Example.COM', phone: '15550100' } } }
  for (const users of [{ count: 4 }, { count: 7, anonymous: 2, linked: { google: 1 } }])
    expect(await seedStory(database.db, { users, fixtures }, root)).toMatchObject({ ok: true })
  await holds(database, [
    'select count(*) = 7 and count(distinct user_id) = 7 from auth.identities',
    `select count(*) = 1 and min(email) = 'zoë.up@example.com' from auth.users where phone = '15550100'`,
  ])
  expect(await verifyStory(database.db, { users: 7, fixtures }, root)).toMatchObject({ ok: true })
  await database.drop()
})

test('shares of all of them, kept when more are added; verify says what is broken', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  const root = projectFolder()
  const kinds = { passwordCost: 4, phone: 0.25, anonymous: 0.25, linked: { google: 0.25 }, mfa: 1 }
  for (const count of [8, 16]) {
    expect(await seedStory(database.db, { users: { count, ...kinds } }, root)).toMatchObject({ ok: true, warnings: [] })
    await holds(database, [
      `select count(*) = ${count / 4} from auth.users where is_anonymous`,
      `select count(*) = ${count / 4} from auth.identities where provider = 'phone'`,
      `select count(*) = ${count / 4} from auth.identities where provider = 'google'`,
      `select count(*) = ${count} from auth.identities`,
    ])
  }
  expect(await verifyStory(database.db, { users: 16 }, root)).toMatchObject({ ok: true })
  await database.raw(`update auth.users set phone_confirmed_at = null where phone is not null;
    update auth.users set email = 'guest@example.com' where id = (select id from auth.users where is_anonymous limit 1)`)
  const { findings } = await verifyStory(database.db, { users: 16 }, root)
  expect(findings.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'cannot-sign-in:auth.users.phone-unconfirmed',
      'cannot-sign-in:auth.users.anonymous-named',
    ]),
  )
  await database.drop()
})

/** A trigger that thinks of users without an e-mail address: so many people of six users. */
async function copes(statement: string, people: number): Promise<void> {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(`
    create table people (id uuid primary key references auth.users on delete cascade, email text not null);
    create function on_user() returns trigger language plpgsql security definer set search_path = '' as $$
    begin ${statement}; return new; end $$;
    create trigger on_user after insert on auth.users for each row execute function on_user();`)
  const root = projectFolder()
  const users = { count: 6, phone: 1, anonymous: 1 }
  expect(await seedStory(database.db, { users }, root)).toMatchObject({ ok: true, warnings: [] })
  await holds(database, [
    'select count(*) = 6 from auth.users',
    `select count(*) = ${people} from people`,
    `select not exists (select from people p join auth.users u using (id) where p.email <> coalesce(u.email, u.phone, ''))`,
  ])
  expect(await verifyStory(database.db, { users }, root)).toMatchObject({ ok: true })
  await database.drop()
}

test('where an e-mail address is demanded, nobody is made without one', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(`
    create table people (id uuid primary key references auth.users on delete cascade, email text not null);
    create function on_user() returns trigger language plpgsql security definer set search_path = '' as $$
    begin insert into public.people (id, email) values (new.id, new.email); return new; end $$;
    create trigger on_user after insert on auth.users for each row execute function on_user();`)
  for (const kind of ['phone', 'anonymous'])
    expect(await refusal(planStory(database.db, { users: { count: 4, [kind]: 1 } }, projectFolder()))).toMatchObject({
      code: 'email-demanded',
      exitCode: 2,
      place: { path: `users.${kind}`, table: 'people', column: 'email' },
    })
  const guest = { users: 4, fixtures: { users: { guest: { is_anonymous: true } } } }
  expect(await refusal(planStory(database.db, guest, projectFolder()))).toMatchObject({
    code: 'email-demanded',
    place: { path: 'fixtures.users.guest' },
  })
  expect(await seedStory(database.db, { users: { count: 4, sso: 1 } }, projectFolder())).toMatchObject({ ok: true })
  await database.drop()
  await copes(`insert into public.people (id, email) values (new.id, coalesce(new.email, new.phone, ''))`, 6)
  await copes(
    `if new.email is not null then insert into public.people (id, email) values (new.id, new.email); end if`,
    4,
  )
  for (const users of [{ phone: 0.6, anonymous: 0.6 }, { sso: { amount: 1, domain: 'NO' } }, { linked: { email: 1 } }])
    expect(() => configSchema.parse({ users })).toThrow()
})
