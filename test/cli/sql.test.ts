import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { SqlReport } from '../../src/model/reports/sql-report.ts'
import { displayWidth } from '../../src/report/width.ts'
import { type CliResult, freshFolder, runCli, spawnCli } from '../support/children.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { runHere } from './run-here.ts'

const ADA = '7f0c3a0e-2f4b-4c1d-9d57-0c2a6f3b1a01'
const BEN = '7f0c3a0e-2f4b-4c1d-9d57-0c2a6f3b1a02'

const APP = `
create table public.notes (
  id int generated always as identity primary key,
  owner uuid not null default auth.uid() references auth.users,
  body text not null
);
alter table public.notes enable row level security;
create policy own on public.notes to authenticated using (owner = auth.uid()) with check (owner = auth.uid());
create table public."odd "";--\x1b[31m" ("a "";b" int, "\x1b[2J" text);
insert into public."odd "";--\x1b[31m" values (1, E'x\\x1b[31m\\ny');
insert into auth.users (id, email, role, raw_app_meta_data, raw_user_meta_data) values
  ('${ADA}', 'ada@example.com', 'authenticated', '{"role": "editor"}', '{"name": "Ada"}'),
  ('${BEN}', 'ben@example.com', null, null, null);
insert into public.notes (owner, body) values ('${ADA}', 'of Ada'), ('${ADA}', 'again'), ('${BEN}', 'of Ben');
`

interface Asking {
  readonly there: TestDatabase
  run(...words: readonly string[]): Promise<CliResult>
  /** What it prints below the first line. */
  text(...words: readonly string[]): Promise<string>
  json<Document = SqlReport>(code: number, ...words: readonly string[]): Promise<Document>
  error(...words: readonly string[]): Promise<unknown>
}

async function asking(server: 'pg17' | 'pglite'): Promise<Asking> {
  const there = await freshDatabase(server)
  await layBase(there.db)
  await there.raw(APP)
  await there.release()
  const run = (...words: readonly string[]) => runHere(['sql', ...words, ...there.flags])
  const json = async <Document>(code: number, ...words: readonly string[]): Promise<Document> => {
    const result = await run(...words, '--json')
    expect(result, `${result.stdout}\n${result.stderr}`).toMatchObject({ code })
    return JSON.parse(result.stdout) as Document
  }
  return {
    there,
    run,
    text: async (...words) => {
      const { code, stdout, stderr } = await run(...words)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      return stdout.slice(stdout.indexOf('\n') + 2)
    },
    json,
    error: async (...words) => (await json<{ error: unknown }>(2, ...words)).error,
  }
}

test('on an embedded database', async () => {
  const ask = await asking('pglite')
  const mine = 'select body, null as nothing, owner = auth.uid() as mine from notes order by id'
  expect(await ask.text('--as', 'ada@example.com', mine)).toBe(
    [
      'as ada@example.com (authenticated)',
      '',
      'body    nothing  mine',
      'of Ada  NULL     true',
      'again   NULL     true',
      '2 rows',
      '',
    ].join('\n'),
  )
  expect(await ask.error('set transaction read write; delete from notes')).toMatchObject({ code: 'sql-failed' })
  expect(await ask.error('delete from notes')).toMatchObject({ code: 'sql-reads-only' })
  expect(await ask.text('--write', 'delete from notes where id = 1')).toBe('DELETE: 1 row\n')
  expect(await ask.text('--write', 'vacuum notes')).toBe('VACUUM: done\n')
  await ask.there.drop()
})

describe('on a server', () => {
  let ask: Asking
  beforeAll(async () => {
    ask = await asking('pg17')
  })
  afterAll(() => ask.there.drop())

  test('a table for people, values for scripts', async () => {
    const several = `select 1 as n, 'a' as n, true, null, 2.50::numeric(5,2) as price, '{"a": [1]}'::jsonb as j; select id from notes where false`
    expect(await ask.text(several)).toBe(
      [
        'n  n  ?column?  ?column?  price  j',
        '1  a  true      NULL       2.50  {"a": [1]}',
        '1 row',
        '',
        'id',
        '0 rows',
        '',
      ].join('\n'),
    )
    expect((await ask.json(0, 'select count(*), 9007199254740993 from notes')).rows).toEqual([[3, '9007199254740993']])
    const report = await ask.json(0, several)
    expect(report).toMatchObject({ ok: true, as: null, rows: [], columns: [{ name: 'id', type: 'integer' }] })
    expect(report.results[0]).toEqual({
      command: 'SELECT',
      columns: [
        { name: 'n', type: 'integer' },
        { name: 'n', type: 'text' },
        { name: '?column?', type: 'boolean' },
        { name: '?column?', type: 'text' },
        { name: 'price', type: 'numeric' },
        { name: 'j', type: 'jsonb' },
      ],
      rows: [[1, 'a', true, null, '2.50', { a: [1] }]],
      count: 1,
    })
  })

  test('as a user: own rows only, and those who may not are refused', async () => {
    const mine = 'select body from notes order by id'
    expect((await ask.json(0, mine)).rows).toEqual([['of Ada'], ['again'], ['of Ben']])
    const ada = await ask.json(0, '--as', 'Ada@Example.com', mine)
    expect(ada).toMatchObject({ rows: [['of Ada'], ['again']], as: { role: 'authenticated', user: 'ada@example.com' } })
    const ben = await ask.json(
      0,
      '--as',
      BEN,
      `${mine}; select auth.uid()::text, auth.jwt() - 'sub', current_user::text`,
    )
    expect(ben.results[0]?.rows).toEqual([['of Ben']])
    expect(ben.rows).toEqual([
      [
        BEN,
        {
          role: 'authenticated',
          aud: 'authenticated',
          email: 'ben@example.com',
          phone: '',
          aal: 'aal1',
          app_metadata: {},
          user_metadata: {},
          is_anonymous: false,
        },
        'authenticated',
      ],
    ])
    expect((await ask.json(0, '--as', 'anon', mine)).rows).toEqual([])
    expect((await ask.json(0, '--as', 'service_role', mine)).rows).toHaveLength(3)
    const foreign = `insert into notes (owner, body) values ('${ADA}', 'forged')`
    expect(await ask.error('--as', 'ben@example.com', '--write', foreign)).toMatchObject({
      code: 'sql-failed',
      found: expect.stringContaining('42501'),
      next: expect.stringContaining('ben@example.com'),
    })
    await ask.json(0, '--as', 'ben@example.com', '--write', `insert into notes (body) values ('new')`)
    expect((await ask.json(0, '--as', 'ben@example.com', mine)).rows).toEqual([['of Ben'], ['new']])
    await ask.json(0, '--write', `delete from notes where body = 'new'`)
  })

  test('without --write nothing can be written, by whatever trick', async () => {
    const tricks = [
      'delete from notes',
      'with gone as (delete from notes returning *) select * from gone',
      'set transaction read write; delete from notes',
      `select set_config('transaction_read_only', 'off', true); delete from notes`,
      'commit; delete from notes',
      'rollback; begin; delete from notes; commit',
      `do $$ begin execute 'delete from notes'; end $$`,
      'do $$ begin commit; end $$; delete from notes',
      'savepoint s; release s; truncate notes',
      'explain analyze delete from notes',
      `select nextval('notes_id_seq')`,
      'create table x ()',
    ]
    for (const trick of tricks)
      expect(await ask.error(trick), trick).toMatchObject({ code: expect.stringMatching(/^sql-/) })
    expect(await ask.error('delete from notes')).toMatchObject({
      code: 'sql-reads-only',
      next: 'Add --write if it should write.',
    })
    expect((await ask.json(0, 'select count(*)::int4 from notes')).rows).toEqual([[3]])
  })

  test('with --write all of it or nothing', async () => {
    expect(
      await ask.error(
        '--write',
        `insert into notes (owner, body) values ('${ADA}', 'x'); insert into notes values (1)`,
      ),
    ).toMatchObject({
      message: expect.stringContaining('Nothing was changed.'),
      found: expect.stringContaining('statement 2'),
    })
    expect((await ask.json(0, 'select count(*)::int4 from notes')).rows).toEqual([[3]])
    expect(await ask.text('--write', `update notes set body = body; create table made ()`)).toBe(
      'UPDATE: 3 rows\n\nCREATE: done\n',
    )
    expect(await ask.text('--write', 'vacuum notes')).toBe('VACUUM: done\n')
  })

  test('names that are meant to hurt', async () => {
    const shown = await ask.text(`select * from "odd "";--\x1b[31m"`)
    expect(shown).toBe(['a ";b  \\x1b[2J', '    1  x\\x1b[31m\\ny', '1 row', ''].join('\n'))
    for (const who of [`'; drop table notes; --`, '"', '\\', '%', ''])
      expect(await ask.error('--as', who, 'select 1'), who).toMatchObject({ code: 'unknown-user' })
    const { stderr } = await ask.run(`select * from "\x1b[31m"`)
    expect(stderr).not.toContain('\x1b')
  })

  test('fits 80 columns: long cells are cut, and of wide rows each column has a line', async () => {
    const long = `select g as number, repeat('word ', 40) as text, repeat('ä', 300) as other from generate_series(1, 150) g`
    const lines = (await ask.text(long)).split('\n')
    expect(lines.every((line) => displayWidth(line) <= 80)).toBe(true)
    expect(lines[1]).toMatch(/^ +1 {2}word .*… {2}ä+…$/)
    expect(lines.at(-2)).toBe('150 rows, 50 not shown: --verbose shows all, --json gives them to scripts')
    const all = await ask.text(long, '--verbose')
    expect(all).toContain('ä'.repeat(300))
    expect(all.split('\n')).toHaveLength(153)
    const wide = (await ask.text('select * from auth.users order by email')).split('\n')
    expect(wide.every((line) => displayWidth(line) <= 80)).toBe(true)
    expect(wide[1]).toMatch(new RegExp(`^id +${ADA}$`))
  })

  test('what goes wrong comes with what to do', async () => {
    const cases: readonly (readonly [words: readonly string[], expected: object])[] = [
      [
        ['select * from note'],
        { next: 'Did you mean notes?', found: 'statement 1, line 1: select * from note (SQLSTATE 42P01)' },
      ],
      [
        ['select 1;\nselect *\nfrom users'],
        { next: 'Did you mean auth.users?', found: expect.stringContaining('at line 3: from users') },
      ],
      [['select * from nothing_like_it_at_all'], { next: expect.stringContaining('supa-seed plan') }],
      [['select bod from notes'], { next: expect.stringContaining('notes.body') }],
      [['selec 1'], { code: 'sql-failed', found: 'line 1: selec 1' }],
      [[`select 'x`], { code: 'sql-failed', message: expect.stringContaining('unterminated') }],
      [['\\d notes'], { code: 'sql-for-psql', next: expect.stringContaining('information_schema') }],
      [['copy notes from stdin'], { code: 'sql-for-psql' }],
      [['--write', 'copy notes to stdout'], { code: 'sql-for-psql' }],
      [['begin; select 1; end'], { code: 'sql-transaction' }],
      [[], { code: 'no-sql' }],
      [[' -- only a comment'], { code: 'no-sql' }],
      [['select 1', '--file', 'x.sql'], { code: 'usage' }],
      [['--file', 'no-such-file.sql'], { code: 'file-unreadable', place: { file: 'no-such-file.sql' } }],
      [['--as', 'ado@example.com', 'select 1'], { code: 'unknown-user', next: 'Did you mean ada@example.com?' }],
      [
        ['--as', 'nobody', 'select 1'],
        { code: 'unknown-user', next: expect.stringContaining('select id, email from auth.users') },
      ],
      [
        ['select 1/0'],
        { message: expect.stringContaining('division by zero'), found: expect.stringContaining('22012') },
      ],
    ]
    for (const [words, expected] of cases) expect(await ask.error(...words), words.join(' ')).toMatchObject(expected)
  })

  test('where there are no users and no roles of Supabase', async () => {
    const plain = await freshDatabase('pg17', 'create table t (x int)')
    const refused = async (who: string): Promise<unknown> =>
      JSON.parse((await runHere(['sql', '--json', '--as', who, 'select 1', ...plain.flags])).stdout).error
    expect(await refused('ada@example.com')).toMatchObject({
      code: 'no-auth-users',
      next: expect.stringContaining('--embedded'),
    })
    await plain.drop()
  })

  test('writing elsewhere wants consent, reading does not', async () => {
    const url = new URL(ask.there.url ?? '')
    url.searchParams.set('host', '127.1')
    const elsewhere = (...words: string[]) => runHere(['sql', ...words, '--json', '--db-url', url.href])
    expect(await elsewhere('select 1')).toMatchObject({ code: 0 })
    expect(await elsewhere('--write', 'delete from notes')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('remote-refused'),
    })
    expect(await elsewhere('--write', 'select 1', '--allow-remote', '127.1')).toMatchObject({ code: 0 })
  })

  test('statements of a file and of standard input; quietly only the answer', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'ask.sql'), '\ufeffselect 1 as one;\n-- end\n')
    const options = { cwd: folder, input: 'select 2 as two' }
    const quiet = [...ask.there.flags, '--quiet']
    expect(await runHere(['sql', '--file', 'ask.sql', ...quiet], options)).toMatchObject({
      stdout: 'one\n  1\n1 row\n',
      stderr: '',
    })
    expect(await runHere(['sql', '--file', '-', ...quiet], options)).toMatchObject({ stdout: 'two\n  2\n1 row\n' })
    expect(await runCli(['sql', '-', ...quiet], options)).toMatchObject({
      code: 0,
      stdout: 'two\n  2\n1 row\n',
      stderr: '',
    })
  })

  test('an interruption ends a statement that runs', async () => {
    const { child, result } = await spawnCli(['sql', 'select pg_sleep(60)', ...ask.there.flags])
    const running = `select count(*)::int4 from pg_stat_activity where query like 'select pg_sleep%' and datname = current_database()`
    while ((await ask.there.raw<{ count: number }>(running))[0]?.count === 0)
      await new Promise((done) => setTimeout(done, 50))
    child.kill('SIGINT')
    expect(await result).toMatchObject({ code: 130, stderr: expect.stringContaining('Interrupted.') })
  })

  test('its help shows only what it takes', async () => {
    const { stdout } = await runHere(['sql', '--help'])
    for (const flag of ['--db-url', '--embedded', '--write', '--as', '--file', '--json', '[statements]'])
      expect(stdout).toContain(flag)
    for (const flag of ['--rows', '--seed', '--only', '--migrations']) expect(stdout).not.toContain(flag)
    expect(stdout.split('\n').every((line) => displayWidth(line) <= 80)).toBe(true)
  })
})
