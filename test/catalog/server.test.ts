import { expect, test } from 'vitest'
import { catalogAfter } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('server, role and schemas', async () => {
  const catalog = await read('create schema crm; create schema "Odd one"')
  expect(catalog.server).toEqual({
    version: expect.any(Number),
    systemId: expect.stringMatching(/^\d+$/),
    databaseOid: expect.any(Number),
    database: expect.any(String),
    encoding: 'UTF8',
    collation: expect.any(String),
  })
  expect(catalog.server.version).toBeGreaterThan(150000)
  expect(catalog.role).toMatchObject({ superuser: true, bypassRls: true })
  const base = { owner: catalog.role.name, usage: true, extension: null, privileges: [] }
  expect(catalog.schemas).toEqual([
    { ...base, name: 'Odd one' },
    { ...base, name: 'crm' },
    { ...base, name: 'public', owner: 'pg_database_owner', privileges: ['public USAGE'] },
  ])
})

test('an empty database is an empty catalog', async () => {
  const catalog = await read('select 1')
  expect(catalog).toMatchObject({ relations: [], types: [], sequences: [], functions: [] })
  expect(catalog.extensions.map((extension) => extension.name)).toEqual(['plpgsql'])
})
