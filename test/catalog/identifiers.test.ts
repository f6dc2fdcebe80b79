import { describe, expect, test } from 'vitest'
import { objectId, quote } from '../../src/model/name.ts'
import { catalogAfter, column, relation } from './catalog-after.ts'

const names = [
  'we"ird',
  'a.b',
  'Upper Case',
  'ünïcödé',
  '日本語',
  '🦆',
  'select',
  'user',
  '100% \\ sure',
  "it's",
  ' ',
  'x'.repeat(63),
  'é'.repeat(31),
]

describe.each(['pglite', 'pg15'] as const)('odd identifiers on %s', (server) => {
  const read = catalogAfter(server)

  test.each(names)('%s', async (name) => {
    const q = quote(name)
    const catalog = await read(`
      create schema ${q};
      create type ${q}.${quote(`${name.slice(0, 20)}!`)} as enum (${`'${name.replaceAll("'", "''")}'`});
      create sequence ${q}.seq;
      create function ${q}.${q}() returns trigger language plpgsql as 'begin return new; end';
      create table ${q}.parent (${q} int primary key);
      create table ${q}.${q} (
        ${q} int constraint ${q} references ${q}.parent (${q}) default nextval(${`'${q.replaceAll("'", "''")}.seq'`}),
        e ${q}.${quote(`${name.slice(0, 20)}!`)},
        check (${q} > 0));
      create unique index on ${q}.${q} (${q}) where ${q} > 1;
      create policy ${q} on ${q}.${q};
      create trigger ${q} before insert on ${q}.${q} for each row execute function ${q}.${q}()`)
    const id = objectId(name, name)
    const found = relation(catalog, id)
    expect(found).toMatchObject({ schema: name, name })
    expect(found.foreignKeys).toMatchObject([
      { name, columns: [name], parent: objectId(name, 'parent'), parentColumns: [name] },
    ])
    expect(found.uniques).toMatchObject([{ columns: [name] }])
    expect(found.policies).toMatchObject([{ name }])
    expect(found.triggers).toMatchObject([{ name, function: id }])
    expect(found.checks).toMatchObject([{ columns: [name] }])
    expect(column(catalog, id, name).sequence).toBe(objectId(name, 'seq'))
    const type = objectId(name, `${name.slice(0, 20)}!`)
    expect(column(catalog, id, 'e')).toMatchObject({ type, typeName: type })
    expect(catalog.types.find((each) => each.id === type)?.labels).toEqual([name])
  })
})
