/**
 * Users who can sign in, on a database with the base and a trigger that makes a profile for each: `seed` as a whole command, and what of it the
 * load of the users took, against the same users by one INSERT … SELECT, in one run on one server.
 * Usage: node bench/users.mjs [users]
 */
import pg from 'pg'
import { timed } from './support/figures.mjs'
import { runTool } from './support/seed.mjs'
import { startServer } from './support/server.mjs'

const users = Number(process.argv[2] ?? 10_000)
const server = await startServer('pg17')

const PROFILES = `
  create table profiles (id uuid primary key references auth.users on delete cascade, full_name text, username text unique, bio text);
  create function handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.profiles (id, full_name) values (new.id, new.raw_user_meta_data ->> 'full_name');
    return new;
  end $$;
  create trigger on_auth_user_created after insert on auth.users for each row execute function handle_new_user()`

const BY_HAND = `
  insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, confirmation_token, recovery_token,
    email_change_token_new, email_change, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
  select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', 'user' || n || '@example.com', $1, now(), '', '', '', '',
    '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', 'User ' || n), now(), now()
  from generate_series(1, $2::int) n`

try {
  await runTool(['base'], { db: { url: server.url } })
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(PROFILES)
  const hash = '$2a$10$abcdefghijklmnopqrstuuR8q2v7tqv0v3VwG1o5x3yQ0bqj1J2aG'
  const hand = await timed(() => client.query(BY_HAND, [hash, users]))
  await client.query('delete from auth.users')
  await client.query('vacuum analyze auth.users')
  const run = await timed(() => runTool(['seed', '--yes'], { db: { url: server.url }, users }))
  const [{ n }] = (await client.query('select count(*)::int as n from auth.identities')).rows
  if (n !== users) throw new Error(`${n} identities for ${users} users`)
  console.log(`${users.toLocaleString('en-US')} users with identities, and profiles by trigger, PostgreSQL 17`)
  console.log(`  by one INSERT … SELECT, without identities   ${hand.seconds.toFixed(2)} s`)
  console.log(`  supa-seed seed, whole command                ${run.seconds.toFixed(2)} s`)
  console.log(`    of it the load                             ${(run.value.report.timings.load / 1000).toFixed(2)} s`)
  console.log(`  ratio ${(hand.seconds / run.seconds).toFixed(2)}`)
  await client.end()
} finally {
  await server.stop()
}
