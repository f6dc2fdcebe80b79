import { describe, expect, it } from 'vitest'
import type { Catalog, Policy, Relation, RoleInfo } from '../../src/model/catalog.ts'
import { accessTo } from '../../src/study/access.ts'
import { studied } from './studied.ts'

const OWNER: RoleInfo = { name: 'app', superuser: false, bypassRls: false }

async function tables(): Promise<Catalog> {
  const { catalog } = await studied(`
    create table plain (id int not null, name text not null, note text default 'x');
    create table ruled (id int);
    create rule log_it as on insert to ruled do also select 1;
    create table secured (id int);
    alter table secured enable row level security;
    create policy all_in on secured for insert with check (true);
    create table shut (id int);
    alter table shut enable row level security;
    create policy look on shut for select using (true);
  `)
  return catalog
}

describe('access: how the role may write', () => {
  it('follows row security, rules, triggers and privileges', async () => {
    const catalog = await tables()
    const find = (id: string): Relation => {
      const relation = catalog.relations.find((one) => one.id === id) as Relation
      return {
        ...relation,
        rowSecurity: { enabled: relation.rowSecurity.enabled, forced: relation.rowSecurity.forced },
      }
    }
    const write = (relation: Relation, role: RoleInfo) => accessTo(relation, role, catalog.schemas).write
    const superuser = { ...OWNER, superuser: true }
    const ofApp = (id: string, more: Partial<Relation> = {}): Relation => ({ ...find(id), owner: 'app', ...more })

    expect(write(find('plain'), superuser)).toBe('copy')
    expect(write(find('ruled'), superuser)).toBe('insert')
    // Row security: not for superusers, roles with BYPASSRLS, and owners that it is not forced on.
    expect(write(find('secured'), superuser)).toBe('copy')
    expect(write(find('secured'), { ...OWNER, bypassRls: true })).toBe('copy')
    expect(write(ofApp('secured'), OWNER)).toBe('copy')
    expect(write(ofApp('secured', { rowSecurity: { enabled: true, forced: true } }), OWNER)).toBe('insert')
    expect(write(find('secured'), OWNER)).toBe('insert')
    expect(write(find('shut'), OWNER)).toBe('none')
    const restrictive = find('secured').policies.map((policy): Policy => ({ ...policy, permissive: false }))
    expect(write({ ...find('secured'), policies: restrictive }, OWNER)).toBe('none')
  })

  it('names what is missing', async () => {
    const catalog = await tables()
    const plain = catalog.relations.find(({ id }) => id === 'plain') as Relation
    const grants = { ...plain.grants, insert: false }
    const only = (names: readonly string[]): Relation => ({
      ...plain,
      grants,
      columns: plain.columns.map((column) => ({ ...column, insertable: names.includes(column.name) })),
    })
    const schemas = (usage: boolean) => [{ name: 'public', owner: 'x', usage, extension: null }]

    expect(accessTo(only([]), OWNER, schemas(true))).toEqual({
      write: 'none',
      why: expect.stringContaining('no INSERT privilege'),
    })
    expect(accessTo(only(['id']), OWNER, schemas(true))).toEqual({
      write: 'none',
      why: expect.stringContaining('name'),
    })
    expect(accessTo(only(['id', 'name']), OWNER, schemas(true))).toEqual({ write: 'copy', why: null })
    expect(accessTo(plain, OWNER, schemas(false))).toEqual({ write: 'none', why: expect.stringContaining('public') })
  })
})
