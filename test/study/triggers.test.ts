import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/catalog/parser.ts'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import type { Catalog, FunctionInfo } from '../../src/model/catalog.ts'
import type { SqlParser } from '../../src/model/study.ts'
import { effectsOf } from '../../src/study/triggers/effects-of.ts'
import { freshDatabase } from '../support/database.ts'
import { type Case, cases, TABLES } from './trigger-cases.ts'

let parser: SqlParser
let catalog: Catalog

beforeAll(async () => {
  parser = await loadParser()
  const database = await freshDatabase('pg18', [TABLES, ...cases.map(createCase)].join('\n'))
  catalog = await readCatalog(database.db)
})

/** Each case has its own table and function, so that one database holds them all. */
function createCase(one: Case, index: number): string {
  const name = `case_${index}`
  const table = one.table ?? name
  return `
    ${one.table ? '' : `create table ${table} (id uuid primary key default gen_random_uuid(), user_id uuid, email text, name text, slug text, meta jsonb, n int, search tsvector, created_at timestamptz, updated_at timestamptz);`}
    ${one.before ?? ''};
    ${one.body === undefined ? '' : `create function ${name}() returns trigger language plpgsql ${one.options ?? ''} as $case$${one.body}$case$;`}
    ${(one.trigger ?? 'create trigger t after insert on TABLE for each row execute function FUNCTION()').replaceAll('TABLE', table).replaceAll('FUNCTION', name)};`
}

function effects(table: string, functions: readonly FunctionInfo[] = catalog.functions) {
  const relation = catalog.relations.find((one) => one.id === table)
  if (relation === undefined) throw new Error(`no table ${table}`)
  return effectsOf(relation, new Map(functions.map((one) => [one.id, one])), catalog, parser)
}

describe('what insert triggers do', () => {
  test.each(cases.map((one, index) => ({ ...one, index })))('$name', ({ index, table, expect: wanted }) => {
    const { effects: found, serialised, raises } = effects(table ?? `case_${index}`)
    const { serialised: wantedSerialised = false, refuses = null, ...wantedEffect } = wanted
    expect(found).toHaveLength(1)
    expect({ ...found[0], serialised, refuses: raises }).toMatchObject({
      inserts: [],
      updates: [],
      assigns: [],
      raises: [],
      callsOut: [],
      read: true,
      ...wantedEffect,
      serialised: wantedSerialised,
      refuses,
    })
    // toMatchObject lets extra columns through.
    const inserts = found[0]?.inserts.map(({ constants: _, ...insert }) => insert)
    expect(inserts).toEqual((wanted.inserts ?? []).map(({ constants: _, ...insert }) => insert))
  })
})

describe('hostile functions', () => {
  const target = () => `case_${cases.findIndex((one) => one.name === 'handle_new_user')}`
  const withBody = (body: string, change: Partial<FunctionInfo> = {}) =>
    effects(
      target(),
      catalog.functions.map((one) => (one.id === target() ? { ...one, body, ...change } : one)),
    )

  test.each([
    ['nonsense', 'this is no function at all'],
    ['an unclosed IF', 'begin if true then return new; end'],
    ['an unclosed string', "begin raise exception 'x; return new; end"],
    ['nothing', ''],
    ['broken SQL inside', 'begin insert insert; return new; end'],
    ['a closed quote and a second statement', 'begin return new; end $body$; drop table x; --'],
  ])('%s is not read', (_, body) => {
    const { effects: found, serialised, raises } = withBody(body)
    expect(found[0]).toMatchObject({ read: false, inserts: [], updates: [], callsOut: [] })
    expect({ serialised, raises }).toEqual({ serialised: false, raises: null })
  })

  test('a function that is not there, and languages that nobody reads', () => {
    expect(effects(target(), []).effects[0]).toMatchObject({ read: false })
    for (const language of ['plpython3u', 'c', 'internal', 'plv8']) {
      expect(withBody('whatever', { language }).effects[0]).toMatchObject({ read: false })
    }
  })

  test('functions in C that are known by name', () => {
    const named = (name: string) => withBody(name, { language: 'c', name, extension: 'contrib' })
    expect(named('moddatetime').raises).toBe('moddatetime: cannot process INSERT events')
    expect(named('triggered_change_notification').effects[0]).toMatchObject({ read: true })
    expect(named('toString').effects[0]).toMatchObject({ read: false })
  })

  test('dollar quotes of every kind inside', () => {
    const body = `begin perform $$x$$, $body$y$body$, $body1x$z$body1x$, '$body2x'; insert into profiles (id) values (new.id); return new; end --$body`
    expect(withBody(body).effects[0]).toMatchObject({
      read: true,
      inserts: [{ table: 'profiles', columns: { id: 'id' }, conditional: false }],
    })
  })

  test('100 kB of statements and a very long chain of operators', () => {
    const long = `begin ${'new.name := new.name; '.repeat(5000)} insert into profiles (id) values (new.id); return new; end`
    expect(withBody(long).effects[0]?.inserts).toHaveLength(1)
    const chain = `begin new.name := ${Array.from({ length: 2000 }, () => "'a'").join(' || ')}; perform net.http_post('x'); return new; end`
    expect(withBody(chain).effects[0]).toMatchObject({ callsOut: ['net.http_post'] })
  })

  test('10 000 operators, 2 000 nested blocks: whatever is read, nothing breaks', () => {
    const nested = `${'begin '.repeat(2000)} null; ${'end; '.repeat(1999)} end`
    const chain = `begin new.name := ${Array.from({ length: 10_000 }, () => "'a'").join(' || ')}; return new; end`
    expect(withBody(nested).effects).toHaveLength(1)
    expect(withBody(chain).effects).toHaveLength(1)
    const plain = 'begin insert into profiles (id) values (new.id); return new; end'
    expect(withBody(plain).effects[0]).toMatchObject({ read: true, inserts: [{ table: 'profiles' }] })
  })
})

test('disabled triggers and those of other events do nothing', () => {
  expect(effects('quiet')).toEqual({ effects: [], serialised: false, raises: null })
})
