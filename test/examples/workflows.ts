import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { putFiles } from '../support/put-files.ts'

export const EXAMPLES = fileURLToPath(new URL('../../examples/ci/', import.meta.url))

export interface Step {
  readonly uses?: string
  readonly run?: string
}
export interface Workflow {
  readonly name: string
  readonly on: unknown
  readonly jobs: Readonly<Record<string, { 'runs-on': string; steps: readonly Step[] }>>
}

export const readWorkflow = (name: string): Workflow => parse(readFileSync(join(EXAMPLES, name), 'utf8')) as Workflow

export const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps)

/** The words behind `npx supa-seed`, without what the shell takes for itself. */
export const commandsOf = (workflow: Workflow): string[][] =>
  stepsOf(workflow).flatMap(({ run = '' }) =>
    [...run.matchAll(/^npx supa-seed (.*)$/gm)].map(([, words = '']) =>
      words
        .replace(/\s*>.*$/, '')
        .split(' ')
        .map((word) => word.replace(/^"\$\w+"$/, 'postgres://user@db.example.com/postgres')),
    ),
  )

/** What the tests of `seeded.test.ts` ask for. */
const NOTES = `create table public.notes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users on delete cascade,
  body text not null default 'two
lines'
);
create function public.tidy() returns trigger language plpgsql as $$
begin
  new.body = trim(new.body);
  return new;
end
$$;
create trigger tidy before insert on public.notes for each row execute function public.tidy();
alter table public.notes enable row level security;
grant select on public.notes to authenticated;
create policy own on public.notes for select to authenticated using (user_id = (select auth.uid()));
`

/** A project for `vitest.yml`. */
export function putNotes(cwd: string): void {
  const config = { users: 5, tables: { notes: { perParent: { min: 1, max: 4 } } }, now: '2026-01-01' }
  putFiles(cwd, {
    'supabase/migrations/20260101000000_notes.sql': NOTES,
    'supa-seed.config.json': JSON.stringify(config, null, 2),
  })
}

/** Files as git checks them out on Windows. */
export function changeLineEnds(cwd: string): void {
  for (const path of readdirSync(cwd, { recursive: true, encoding: 'utf8' })) {
    if (!/^(supabase.*\.sql|supa-seed[^/\\]*\.json)$/.test(path)) continue
    writeFileSync(join(cwd, path), readFileSync(join(cwd, path), 'utf8').replaceAll('\n', '\r\n'))
  }
}
