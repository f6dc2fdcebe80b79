import { expect, test } from 'vitest'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

const plain = {
  match: 'simple',
  onDelete: 'no action',
  onUpdate: 'no action',
  deferrable: false,
  deferred: false,
  validated: true,
}

test('a composite key pairs its columns in its own order, not that of the tables', async () => {
  const catalog = await read(`
    create schema crm;
    create table crm.parent (a int, b int, unique (b, a));
    create table child (x int, y int, constraint fk foreign key (y, x) references crm.parent (b, a))`)
  expect(relation(catalog, 'child').foreignKeys).toEqual([
    { ...plain, name: 'fk', columns: ['y', 'x'], parent: 'crm.parent', parentColumns: ['b', 'a'] },
  ])
})

test('match, actions, deferrable, not valid', async () => {
  const catalog = await read(`
    create table parent (id int primary key);
    create table child (
      a int references parent on delete cascade on update restrict,
      b int references parent match full on delete set null on update set default,
      c int references parent deferrable,
      d int references parent deferrable initially deferred,
      e int);
    alter table child add constraint late foreign key (e) references parent not valid`)
  const of = (name: string) => ({
    ...plain,
    name,
    columns: [name.slice(6, 7)],
    parent: 'parent',
    parentColumns: ['id'],
  })
  expect(relation(catalog, 'child').foreignKeys).toEqual([
    { ...of('child_a_fkey'), onDelete: 'cascade', onUpdate: 'restrict' },
    { ...of('child_b_fkey'), match: 'full', onDelete: 'set null', onUpdate: 'set default' },
    { ...of('child_c_fkey'), deferrable: true },
    { ...of('child_d_fkey'), deferrable: true, deferred: true },
    { ...of('late'), columns: ['e'], validated: false },
  ])
})

test('a table may refer to itself, and twice to another', async () => {
  const catalog = await read(`
    create table node (id int primary key, up int references node);
    create table edge (a int references node, b int references node)`)
  expect(relation(catalog, 'node').foreignKeys.map((key) => key.parent)).toEqual(['node'])
  expect(relation(catalog, 'edge').foreignKeys.map((key) => key.columns)).toEqual([['a'], ['b']])
})

test('partitions have their copy; a key to a partitioned table is one key', async () => {
  const catalog = await read(`
    create table parent (id int primary key) partition by range (id);
    create table parent1 partition of parent for values from (0) to (9);
    create table parent2 partition of parent for values from (9) to (99);
    create table child (id int, parent int references parent) partition by list (id);
    create table child1 partition of child for values in (1);
    create table child2 (id int, parent int);
    alter table child attach partition child2 default`)
  const found = ['child', 'child1', 'child2'].map((id) =>
    relation(catalog, id).foreignKeys.map((key) => [key.name, key.columns, key.parent, key.parentColumns]),
  )
  expect(found).toEqual(Array(3).fill([['child_parent_fkey', ['parent'], 'parent', ['id']]]))
})
