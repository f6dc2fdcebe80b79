import { beforeEach, describe, expect, test } from 'vitest'
import { bringUpToDate } from '../../src/database/migrations/bring-up-to-date.ts'
import { splitStatements } from '../../src/database/migrations/split-statements.ts'
import type { Finding } from '../../src/model/finding.ts'
import { freshDatabase, onEachServer, type TestDatabase } from '../support/database.ts'
import { project } from './project.ts'

const FIRST = 'migrations/20240101000000_first.sql'
const SECOND = 'migrations/20240102000000_second.sql'
const THIRD = 'migrations/20240103000000_third.sql'

/** Every way of hiding a semicolon. */
const TRICKY = `-- a header; with one
create table public.notes (
  id int primary key,
  text text default 'a;b''c', -- ; in a comment
  "odd;na""me" text default E'\\';',
  emoji text default '😀; ä'
);;

/* nested /* comment; */ still; one */
create function public.shout(words text) returns text language plpgsql as $body$
begin
  perform $x$;$x$; -- $body;
  return upper(words) || ';';
end;
$body$;
create function public.twice(n int) returns int language sql
begin atomic
  select 1;
  select n * 2;
end;
do $$ begin perform 1; perform 2; end $$;
insert into public.notes (id) values (1);
-- the end;
`

const codes = (findings: readonly Finding[] | undefined): string[] => (findings ?? []).map(({ id }) => id)

describe('splitting', () => {
  test('statements, the lines they begin in, and what the Supabase CLI would record', async () => {
    const { statements, error } = await splitStatements(TRICKY)
    expect(error).toBeNull()
    expect(statements.map(({ number, line, text }) => [number, line, text.split('\n')[0]])).toEqual([
      [1, 2, 'create table public.notes ('],
      [2, 10, 'create function public.shout(words text) returns text language plpgsql as $body$'],
      [3, 16, 'create function public.twice(n int) returns int language sql'],
      [4, 21, 'do $$ begin perform 1; perform 2; end $$'],
      [5, 22, 'insert into public.notes (id) values (1)'],
    ])
    expect(statements[0]?.recorded).toMatch(/^-- a header; with one\ncreate table.*ä'\n\)$/s)
    expect(statements[1]?.recorded).toMatch(/^\/\* nested.*\$body\$$/s)
  })

  test('nothing, only comments, Windows line ends, no semicolon at the end', async () => {
    expect((await splitStatements(' \n')).statements).toEqual([])
    expect((await splitStatements('-- nothing\n')).statements).toEqual([])
    const { statements } = await splitStatements('select 1;\r\n\r\nselect 2')
    expect(statements.map(({ line, text }) => [line, text])).toEqual([
      [1, 'select 1'],
      [3, 'select 2'],
    ])
  })

  test('what does not parse is one piece, with the number of the statement that fails', async () => {
    const { statements, error } = await splitStatements(`select 'ä;';\ndo $$ begin; end $$;\nselec 3;\nselect 4;`)
    expect(statements).toMatchObject([{ number: 3, line: 1, tree: null }])
    expect(error).toMatchObject({ position: 34, message: expect.stringContaining('selec') })
  })
})

onEachServer(['pglite', 'pg17'], (server) => {
  let there: TestDatabase
  beforeEach(async () => {
    there = await freshDatabase(server)
    return () => there.drop()
  })

  const apply = (folder: string) => bringUpToDate(there.db, { starts: [folder], cwd: folder })
  const tables = async (): Promise<string[]> =>
    (
      await there.raw<{ name: string }>(
        `select tablename::text as name from pg_tables where schemaname = 'public' order by 1`,
      )
    ).map(({ name }) => name)
  const recorded = () =>
    there.raw<{ version: string; name: string; statements: string[] }>(
      'select version, name, statements from supabase_migrations.schema_migrations order by version',
    )

  test('everything in order and once; then only what is new', async () => {
    const { folder, write } = project({
      [SECOND]: 'alter table notes add column "a;b" int;\ninsert into notes values (2);',
      [FIRST]: TRICKY,
    })
    expect(await apply(folder)).toEqual({
      folder: 'supabase/migrations',
      files: [`supabase/${FIRST}`, `supabase/${SECOND}`],
      findings: [],
    })
    expect(await there.raw(`select shout('ä') as shouted, twice(4) as eight, count(*)::int4 from notes`)).toEqual([
      { shouted: 'Ä;', eight: 8, count: 2 },
    ])
    const rows = await recorded()
    expect(rows.map(({ version, name, statements }) => [version, name, statements.length])).toEqual([
      ['20240101000000', 'first', 5],
      ['20240102000000', 'second', 2],
    ])
    expect(rows[1]?.statements).toEqual(['alter table notes add column "a;b" int', 'insert into notes values (2)'])

    expect(await apply(folder)).toMatchObject({ files: [], findings: [] })
    write({ [THIRD]: 'insert into notes values (3)' })
    expect(await apply(folder)).toMatchObject({ files: [`supabase/${THIRD}`], findings: [] })
    expect(await there.raw('select id from notes order by id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })

  test('a file that fails leaves no trace, those before it stay, and it can be corrected', async () => {
    const { folder, write } = project({
      [FIRST]: 'create table a (x int);',
      [SECOND]: `create table b (x int);\n\n-- here\ncreate table c (\n  x int,\n  y int references nowhere (id)\n);\n`,
      [THIRD]: 'create table d (x int);',
    })
    const error = await apply(folder).catch((error: unknown) => error)
    expect(error).toMatchObject({
      code: 'migration-failed',
      exitCode: 2,
      place: { file: `supabase/${SECOND}` },
      message: `supabase/${SECOND} is not applied: relation "nowhere" does not exist.`,
      found: 'statement 2, line 4: create table c ( (SQLSTATE 42P01)',
      next: expect.stringContaining('The file before it is applied.'),
    })
    expect(await tables()).toEqual(['a'])
    expect(await recorded()).toHaveLength(1)
    write({ [SECOND]: 'create table b (x int);' })
    expect(await apply(folder)).toMatchObject({ files: [`supabase/${SECOND}`, `supabase/${THIRD}`] })
    expect(await tables()).toEqual(['a', 'b', 'd'])
  })

  test('what is wrong is named with its statement, its line and what to do', async () => {
    const cases: readonly (readonly [sql: string, expected: object])[] = [
      [
        `select 1;\nselect\n  nope\nfrom pg_class;`,
        { found: 'statement 2, line 2: select; at line 3: nope (SQLSTATE 42703)' },
      ],
      ['select 1;\ncreate tble x ();', { found: 'statement 2, line 2: create tble x (); (SQLSTATE 42601)' }],
      [
        `create type mood as enum ('sad');`,
        {
          found: expect.stringMatching(/^statement 1, line 1: create type mood .*42710/),
          next: expect.stringMatching(/anew|again/),
        },
      ],
      [
        `alter type mood add value 'glad';\ncreate table moods (m mood default 'glad');\ninsert into moods default values;`,
        { found: expect.stringContaining('55P04'), next: expect.stringContaining('next migration') },
      ],
      [
        'do $$ begin commit; end $$;',
        {
          found: 'statement 1, line 1: do $$ begin commit; end $$ (SQLSTATE 2D000)',
          next: expect.stringContaining('COMMIT'),
        },
      ],
      [
        'create table t (a int);\n-- x\ncopy t from stdin;\n1\n\\.\n',
        { code: 'migration-for-psql', found: 'line 3: copy t from stdin;', next: expect.stringContaining('INSERT') },
      ],
      ['copy pg_class to stdout;', { code: 'migration-copies', found: 'statement 1, line 1: copy pg_class to stdout' }],
      ['select 1;\n\\i other.sql\n', { code: 'migration-for-psql', found: 'line 2: \\i other.sql' }],
      ['select 1; rollback;', { code: 'migration-rolls-back', found: 'statement 2, line 1: rollback' }],
      ['create database other;', { code: 'migration-beyond-database' }],
      [
        'create extension postgis_of_nowhere;',
        {
          code: 'extension-missing',
          message: expect.stringContaining('postgis_of_nowhere'),
          next: expect.stringMatching(/local stack.*--db-url/),
        },
      ],
      [
        `create table u (x int unique deferrable initially deferred); insert into u values (1), (1);`,
        { found: 'at the end of the file (SQLSTATE 23505)' },
      ],
    ]
    await there.raw(`create type mood as enum ('sad')`)
    for (const [sql, expected] of cases) {
      const { folder } = project({ [FIRST]: sql })
      await expect(apply(folder), sql).rejects.toMatchObject({ place: { file: `supabase/${FIRST}` }, ...expected })
      expect(await tables(), sql).toEqual([])
    }
  })

  test('files that no server could read', async () => {
    for (const text of [Uint8Array.from([0xff, 0xfe, 0x73, 0]), 'select 1;\0select 2;']) {
      const { folder } = project({ [FIRST]: text })
      await expect(apply(folder)).rejects.toMatchObject({ code: 'migration-unreadable' })
    }
  })

  test('extensions that only a Supabase server has are left out, with a note; others are created', async () => {
    const { folder } = project({
      [FIRST]: `\ufeff\\restrict x;y
        create extension if not exists "pg_net" with schema extensions;
        comment on extension pg_net is 'calls';
        drop extension if exists pg_graphql;
        alter extension pgjwt set schema public;
        create extension citext;
        create table t (name citext);
\\unrestrict x;y
`,
    })
    const { findings } = (await apply(folder)) ?? {}
    expect(findings).toMatchObject([
      {
        code: 'extension-skipped',
        level: 'info',
        message: expect.stringContaining('pg_net is not here'),
        found: 'statement 1, line 2: create extension if not exists "pg_net" with schema extensions',
      },
    ])
    expect(await tables()).toEqual(['t'])
    expect((await recorded())[0]?.statements).toHaveLength(6)
    expect(await apply(folder)).toMatchObject({ files: [], findings: [] })
  })

  test('statements that a transaction cannot hold', async () => {
    const { folder } = project({
      [FIRST]: `begin;
        create table t ("concurrently" int, b int);
        commit;
        start transaction;
        create index concurrently "CONCURRENTLY" on t ("concurrently");
        create index gone on t (b);
        drop index concurrently gone;
        savepoint s; insert into t values (1, 2); rollback to savepoint s;
        end;
        vacuum analyze t;
        reindex table concurrently t;
        alter system set work_mem = '4MB';
        discard all;`,
    })
    expect((await apply(folder))?.findings).toMatchObject([{ code: 'server-setting-skipped', level: 'info' }])
    expect(await there.raw(`select indexname::text as name from pg_indexes where tablename = 't'`)).toEqual([
      { name: 'CONCURRENTLY' },
    ])
    expect(await there.raw('select * from t')).toEqual([])
  })

  test('a new label of an enum can be used after a COMMIT of the file', async () => {
    await there.raw(`create type mood as enum ('sad')`)
    const { folder, write } = project({
      [FIRST]: `begin; create table m (m mood); alter type mood add value 'glad'; commit;
        begin; insert into m values ('glad'); commit;`,
    })
    expect(await apply(folder)).toMatchObject({ files: [`supabase/${FIRST}`] })
    expect(await there.raw('select m::text from m')).toEqual([{ m: 'glad' }])
    expect(await recorded()).toHaveLength(1)
    write({ [SECOND]: `alter type mood add value 'mad'; commit; insert into m values ('mad'), ('bad')` })
    await expect(apply(folder)).rejects.toMatchObject({
      message: expect.stringContaining('Its first 2 statements are'),
      found: expect.stringContaining('statement 3, line 1: insert'),
    })
  })

  test('what a file sets for its session does not outlast it', async () => {
    const settings = `select current_user::text as me, current_setting('search_path') as path,
      current_setting('lock_timeout') as patience, current_setting('default_tablespace') as space`
    const { folder } = project({
      [FIRST]: `create role "odd ro""le"; set role "odd ro""le"; reset role;
        select pg_catalog.set_config('search_path', '', false); set lock_timeout = 7; set default_tablespace = pg_default;
        create table public.a (x int); set role "odd ro""le"; set session authorization "odd ro""le";`,
      [SECOND]: 'create table b (x int);',
    })
    if (server === 'pg17') await there.raw('drop role if exists "odd ro""le"')
    const [before] = await there.db.query(settings)
    try {
      await apply(folder)
      expect(await tables()).toEqual(['a', 'b'])
      expect(await there.db.query(settings)).toEqual([before])
    } finally {
      await there.raw('drop role if exists "odd ro""le"')
    }
  })

  test('files that changed, went away or came late are told of', async () => {
    const { folder, write } = project({ [FIRST]: 'create table a (x int);\n', [THIRD]: 'create table c (x int);' })
    await apply(folder)
    write({ [FIRST]: '\r\n create  table a\t(x int)' })
    expect((await apply(folder))?.findings, 'blanks do not count').toEqual([])
    write({ [FIRST]: 'create table a (x text);', [SECOND]: 'create table b (x int);', [THIRD]: null })
    const late = await apply(folder)
    expect(late?.files).toEqual([`supabase/${SECOND}`])
    expect(codes(late?.findings)).toEqual([
      `migration-changed:supabase/${FIRST}`,
      'migration-gone:20240103000000_third.sql',
      `migration-out-of-order:supabase/${SECOND}`,
    ])
    expect(late?.findings.map(({ level, next }) => [level, next]).slice(0, 2)).toEqual(
      Array.from({ length: 2 }, () => ['warning', expect.stringContaining(there.folder ?? 'Build the database anew')]),
    )
    expect(
      await there.raw(`select data_type::text as type from information_schema.columns where table_name = 'a'`),
    ).toEqual([{ type: 'integer' }])
  })

  test('declared schemas and roles, recorded by digest', async () => {
    const { folder, write } = project({
      'roles.sql': `do $$ begin create role late_role; exception when duplicate_object then null; end $$;`,
      'schemas/b.sql': 'create table b (a_id int references a);',
      'schemas/a.sql': 'create table a (id int primary key); grant select on a to late_role;',
    })
    expect((await apply(folder))?.files).toEqual([
      'supabase/roles.sql',
      'supabase/schemas/a.sql',
      'supabase/schemas/b.sql',
    ])
    expect(await apply(folder)).toMatchObject({ files: [], findings: [] })
    write({
      'schemas/a.sql': 'create table a (id int primary key, x int);',
      'schemas/b.sql': null,
      'schemas/c.sql': 'create table c ()',
    })
    const again = await apply(folder)
    expect(again?.files).toEqual(['supabase/schemas/c.sql'])
    expect(codes(again?.findings)).toEqual([
      'schema-file-changed:supabase/schemas/a.sql',
      'migration-gone:supabase/schemas/b.sql',
    ])
    await there.raw('drop table b, a; drop role late_role')
  })
})
