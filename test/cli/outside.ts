import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import { type CliResult, freshFolder } from '../support/children.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { runHere } from './run-here.ts'

/** A small shop: a parent, children, a serial key, a trigger that makes rows, and a table that may be filled beforehand. */
export const SHOP = `
create table countries (code char(2) primary key, name text not null);
create table customers (
  id uuid primary key default gen_random_uuid(),
  country_code char(2) references countries,
  name text not null,
  email text not null unique,
  greeting text generated always as ('Dear ' || name) stored
);
create table wallets (customer_id uuid primary key references customers on delete cascade, balance int not null default 0);
create function open_wallet() returns trigger language plpgsql as $$
begin
  insert into public.wallets (customer_id) values (new.id);
  return new;
end $$;
create trigger open_wallet after insert on customers for each row execute function open_wallet();
create table orders (
  id bigserial primary key,
  customer_id uuid not null references customers,
  note text,
  total numeric(8, 2) not null
);
create table notes (id uuid primary key default gen_random_uuid(), order_id bigint references orders on delete cascade, body text not null);
`

/** A shop whose countries somebody else has filled. */
export const SHOP_WITH_COUNTRIES = `${SHOP}
insert into countries values ('DE', 'Germany'), ('FR', 'France'), ('IT', 'Italy');
`

/** A database, an empty folder, and the program run in it. */
export interface Outside {
  readonly database: TestDatabase
  readonly folder: string
  /** Runs a command on the database. */
  run(...words: readonly string[]): Promise<CliResult>
  /** Runs a command with `--json` that must end with `code`; gives the document. */
  json<Document = Record<string, unknown>>(code: number, ...words: readonly string[]): Promise<Document>
  /** Writes a file of the folder. */
  write(name: string, text: string): void
}

/** `flags` tells how the database is named, when not as usual; `start` whether the built program is started for each command (`runCli`). */
export async function outside(
  server: ServerName,
  sql: string,
  flags: (database: TestDatabase) => readonly string[] = (database) => database.flags,
  start: typeof runHere = runHere,
): Promise<Outside> {
  const database = await freshDatabase(server, sql)
  await database.release()
  const folder = freshFolder()
  const run = (...words: readonly string[]) => start([...words, ...flags(database)], { cwd: folder })
  return {
    database,
    folder,
    run,
    json: async <Document>(code: number, ...words: readonly string[]) => {
      const result = await run(...words, '--json')
      expect(result, `${result.stdout}\n${result.stderr}`).toMatchObject({ code })
      return JSON.parse(result.stdout) as Document
    },
    write: (name, text) => writeFileSync(join(folder, name), text),
  }
}

/** Everything that a command could change: rows, positions of sequences, files. */
export async function everything(shop: Outside): Promise<unknown> {
  const found = await inside(shop, async (open) => {
    const [row] = await open.raw<{ sequences: unknown }>(
      `select coalesce(json_agg(json_build_array(schemaname, sequencename, last_value) order by schemaname, sequencename), '[]') as sequences
       from pg_sequences`,
    )
    return { tables: await contents(open), sequences: row?.sequences }
  })
  return { ...found, files: files(shop.folder) }
}

/** Opens the folder of an embedded database once for several questions. */
export async function inside<Result>(
  { database }: Outside,
  work: (open: Pick<TestDatabase, 'raw'>) => Promise<Result>,
): Promise<Result> {
  if (database.folder === null) return work(database)
  const db = await openDatabase({ embedded: database.folder, source: 'test' })
  try {
    return await work({ raw: (sql, parameters) => db.query(sql, parameters) })
  } finally {
    await db.close()
  }
}

/** Paths below a folder with digests of what is in them. An embedded database beside it is no concern here. */
export function files(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => {
      const full = join(folder, path)
      return statSync(full).isDirectory() ? `${path}/` : `${path} ${digest(readFileSync(full))}`
    })
    .sort()
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

export const firstLine = (text: string): string => text.split('\n')[0] ?? ''
