import { expect, test } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { turbo } from '../schemas/kits/turbo.ts'
import { runCli } from '../support/children.ts'
import { outside } from './outside.ts'

const CALLING = ['invitations', 'profiles', 'projects', 'subscriptions']

/** What calls out in a real project, counting instead. Sequences also count what was rolled back afterwards, as a call would have been made. */
const CALLS = `
${CALLING.map((table) => `create sequence supabase_functions.called_${table};`).join('\n')}
create or replace function supabase_functions.http_request() returns trigger language plpgsql security definer as $$
begin perform nextval('supabase_functions.called_' || tg_table_name); return coalesce(new, old); end $$;
drop function if exists net.http_post(text, jsonb, jsonb, jsonb, integer);
create function net.http_post(url text, body jsonb default '{}') returns bigint language plpgsql security definer as $$
begin return nextval('supabase_functions.called_' || (body ->> 'of')); end $$;`

const WEBHOOK = `supabase_functions.http_request('http://localhost:3000/api/db/webhook', 'POST', '{}', '{}', '5000')`

/** The webhooks that the kit's own seed made until 2.17, and one on a table of the application, by pg_net. */
const KIT = `${turbo('E3')}
${CALLS}
create trigger invitations_insert after insert on invitations for each row execute function ${WEBHOOK};
create trigger subscriptions_delete after delete on subscriptions for each row execute function ${WEBHOOK};
create table projects (id uuid primary key default gen_random_uuid(), account_id uuid not null references accounts on delete cascade, name text not null);
create function tell_of_project() returns trigger language plpgsql as $$
begin perform net.http_post('https://example.com/projects', jsonb_build_object('of', 'projects')); return new; end $$;
create trigger tell_of_project after insert on projects for each row execute function tell_of_project();
create table project_notes (id bigint generated always as identity primary key, project_id uuid not null references projects on delete cascade, body text not null);`

/** Tables whose triggers have called out, and how often. */
const calls = async (there: { raw(sql: string): Promise<unknown[]> }): Promise<unknown> =>
  there.raw(`select substr(sequencename, 8) as of, last_value::int as n from pg_sequences
    where sequencename like 'called%' and last_value is not null order by 1`)

const rows = ({ tables }: Report, table: string): number => tables.find((one) => one.table === table)?.inserted ?? 0

test('triggers that call out are asked for by their id, also under --yes', async () => {
  const project = await outside('pg17', '')
  const { database } = project
  expect((await project.run('base')).code).toBe(0)
  await database.raw(KIT)

  const plan = await project.run('plan', '--rows', '8')
  const told = plan.stdout.replace(/\s+/g, ' ')
  expect(told).toContain('Inserting into invitations calls out of the database (invitations_insert).')
  expect(told).toContain('8 calls')
  expect(told).toContain('--allow calls-out:invitations')

  const first = await runCli(['seed', '--rows', '8', '--yes', '--json', ...database.flags], { cwd: project.folder })
  expect(first, first.stderr).toMatchObject({ code: 0 })
  const report: Report = JSON.parse(first.stdout)
  const dangers = report.warnings.filter(({ level }) => level === 'danger')
  expect(dangers.map(({ id, found }) => `${id}, ${found}`).sort()).toEqual([
    'calls-out:invitations, 8 calls',
    'calls-out:projects, 8 calls',
  ])
  expect(['invitations', 'projects', 'project_notes'].map((table) => rows(report, table))).toEqual([0, 0, 0])
  expect(rows(report, 'accounts_memberships')).toBeGreaterThan(0)
  expect(await calls(database)).toEqual([])

  const one = await project.json<Report>(0, 'seed', '--rows', '8', '--yes', '--allow', 'calls-out:invitations')
  expect(['invitations', 'projects'].map((table) => rows(one, table))).toEqual([8, 0])
  expect(one.warnings.filter(({ level }) => level === 'danger').map(({ id }) => id)).toEqual(['calls-out:projects'])
  const after = [{ of: 'invitations', n: 8 }]
  expect(await calls(database)).toEqual(after)

  const refused = await project.run('cleanup', '--yes')
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--allow calls-out:subscriptions') })
  expect(await calls(database)).toEqual(after)
  await project.json(0, 'cleanup', '--yes', '--allow', 'calls-out:subscriptions')
  expect(await calls(database)).toEqual([...after, { of: 'subscriptions', n: 8 }])
})

test('what a trigger makes for users may call out as well: then no users are made', async () => {
  const project = await outside('pg17', '')
  const { database } = project
  await project.run('base')
  await database.raw(`${CALLS}
create table profiles (id uuid primary key references auth.users on delete cascade, bio text);
create function make_profile() returns trigger language plpgsql security definer set search_path = '' as $$
begin insert into public.profiles (id) values (new.id); return new; end $$;
create trigger make_profile after insert on auth.users for each row execute function make_profile();
create trigger welcome after insert on profiles for each row execute function ${WEBHOOK};
create trigger changed after update on profiles for each row execute function ${WEBHOOK};
create table topics (id bigint generated always as identity primary key, title text not null);`)
  const left = await project.json<Report>(0, 'seed', '--rows', '5', '--yes')
  expect(left.users.total).toBe(0)
  expect(rows(left, 'topics')).toBe(5)
  expect(left.warnings.map(({ id }) => id)).toContain('calls-out:profiles')
  expect(await calls(database)).toEqual([])
  const named = await project.run('seed', '--rows', 'auth.users=5', '--yes')
  expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining('--allow calls-out:profiles') })
  await project.json(0, 'seed', '--rows', '5', '--yes', '--allow', 'calls-out:profiles')
  expect(await calls(database)).toEqual([{ of: 'profiles', n: 10 }])
})
