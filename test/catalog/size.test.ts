import { expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { freshDatabase, servers } from '../support/database.ts'
import { observed } from './wrapped.ts'

const TABLES = 40

/** A table with a bit of everything, the next one referring to the one before. */
function table(index: number): string {
  const parent = index === 0 ? 'bigint' : `bigint references t${index - 1}`
  return `
    create table t${index} (
      id bigserial primary key, code text unique, price numeric(10,2) check (price > 0), state state default 'a',
      created timestamptz default now(), data jsonb, tags text[], label varchar(20), token uuid default gen_random_uuid(),
      parent ${parent});
    create trigger touch before insert on t${index} for each row execute function touch();
    create policy p on t${index} using (id > 1);
    create index on t${index} (created)`
}

test.each(servers)('%s: forty tables take no more queries than one', async (server) => {
  const { db, drop } = await freshDatabase(
    server,
    `create type state as enum ('a', 'b');
     create function touch() returns trigger language plpgsql as 'begin return new; end';
     ${Array.from({ length: TABLES }, (_, index) => table(index)).join(';')}`,
  )
  try {
    const asked: string[] = []
    const start = performance.now()
    const catalog = await readCatalog(
      observed(db, (sql) => {
        asked.push(sql)
      }),
    )
    console.log(`${server}: ${TABLES} tables in ${Math.round(performance.now() - start)} ms, ${asked.length} queries`)
    expect(asked).toHaveLength(15)
    expect(new Set(asked).size).toBe(15)
    expect(catalog.relations).toHaveLength(TABLES)
    expect(catalog.sequences).toHaveLength(TABLES)
    expect(catalog.relations.every((each) => each.columns.length === 10 && each.triggers.length === 1)).toBe(true)
  } finally {
    await drop()
  }
})
