import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRows, type TableRows } from '../../src/values/rows/rows.ts'
import { CopyBuffers } from '../../src/values/text/copy-buffers.ts'
import { blog, columnOf, decode, upTo } from '../support/blog.ts'
import { freshDatabase } from '../support/database.ts'
import { integer, planOf } from '../support/plan.ts'

describe('a value', () => {
  const plan = blog()
  const lines = new Map(
    plan.tables.map(({ id, rows }) => [
      id,
      decode(compileRows(plan).table(id).copyLines(0, rows)).split('\n').slice(0, -1),
    ]),
  )

  test('is the same in whatever order it is asked for', () => {
    const rows = compileRows(plan)
    const address = fc.constantFrom(...plan.tables).chain((table) =>
      fc.record({
        table: fc.constant(table),
        row: fc.nat(table.rows - 1),
        column: fc.constantFrom(...table.columns),
      }),
    )
    fc.assert(
      fc.property(fc.array(address, { minLength: 1, maxLength: 30 }), (addresses) => {
        for (const { table, row, column } of addresses) {
          expect(rows.table(table.id).texts(row, [column.name])).toEqual(
            compileRows(plan).table(table.id).texts(row, [column.name]),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is the same in whatever batches it is written, also side by side', () => {
    const rows = compileRows(plan)
    const cuts = fc.array(fc.nat(700), { maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom('users', 'posts', 'comments'), cuts, (id, wanted) => {
        const table = rows.table(id)
        const ends = [...new Set([...wanted.map((cut) => cut % table.plan.rows), table.plan.rows])].sort(
          (a, b) => a - b,
        )
        const generators = ends.map((end, i) => table.copyLines(ends[i - 1] ?? 0, end))
        const first = generators.map((generator) => generator.next().value ?? new Uint8Array())
        const parts = generators.map((generator, i) => decode([first[i]!, ...generator]))
        expect(parts.join('').split('\n').slice(0, -1)).toEqual(lines.get(id))
      }),
    )
  })

  test('reads in COPY as it does alone, links to patch NULL', () => {
    const rows = compileRows(plan)
    for (const { id, rows: count } of plan.tables) {
      const table = rows.table(id)
      const names = table.written.map((column) => column.name)
      for (const row of upTo(count)) {
        const fields = table.texts(row, names, 'written').map((text) => (text === null ? '\\N' : text))
        expect(lines.get(id)?.[row]).toBe(fields.join('\t'))
      }
    }
    const comments = rows.table('comments')
    expect(columnOf(comments, 'answers').some((value) => value !== null)).toBe(true)
    expect(upTo(700).every((row) => comments.value(row, 'answers', 'written') === null)).toBe(true)
    expect(rows.table('posts').written.map((column) => column.name)).not.toContain('made_by_database')
    expect(decode(rows.table('posts').copyLines(3, 5, ['status', 'id']))).toBe(
      upTo(2)
        .map(
          (i) =>
            `${rows
              .table('posts')
              .texts(3 + i, ['status', 'id'])
              .join('\t')}\n`,
        )
        .join(''),
    )
  })

  test('arrives in Postgres as it is, foreign keys and all', async () => {
    const rows = compileRows(plan)
    const { db } = await freshDatabase(
      'pg17',
      `create table users (id uuid primary key, email text not null unique);
       create table posts (id uuid primary key, user_id uuid not null references users, status text not null, stars int, published_at timestamptz, made_by_database int default 7);
       create table comments (id uuid primary key, post_id uuid not null references posts, author_id uuid references users, answers uuid references comments, number int not null, level int not null, at timestamptz, unique (post_id, number));`,
    )
    for (const { id } of plan.tables) {
      const table = rows.table(id)
      const names = table.written.map((column) => column.name)
      await db.copyIn(`copy public.${id} (${names.join(', ')}) from stdin`, table.copyLines(0, table.plan.rows))
      const list = names.map((name) => `${name}::text`).join(', ')
      const there = await db.query<{ row: (string | null)[] }>(`select array[${list}] as row from ${id} order by id`)
      const meant = upTo(table.plan.rows).map((row) => table.texts(row, names, 'written'))
      expect(there.map(({ row }) => row)).toEqual(meant.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)))
    }
  })

  test('hangs on its parent and place, whatever the neighbours have', () => {
    const small = compileRows(plan).table('comments')
    const large = compileRows(blog(120, 900)).table('comments')
    const place = (rows: TableRows, row: number): string =>
      `${rows.parentRow(row, 'post_id')} ${rows.value(row, 'number')}`
    const places = new Map(upTo(900).map((row) => [place(large, row), row]))
    for (const row of upTo(700)) {
      const there = places.get(place(small, row))
      expect(there).toBeDefined()
      expect(large.texts(there!, ['id', 'post_id', 'author_id', 'at'])).toEqual(
        small.texts(row, ['id', 'post_id', 'author_id', 'at']),
      )
    }
  })

  test('leaves all others alone when a column or a table is added', () => {
    const [users, ...others] = plan.tables
    const more = compileRows({
      ...plan,
      tables: [
        users!,
        { ...users!, id: 'fans' },
        ...others.map((table) => ({
          ...table,
          columns: [
            ...planOf({ x: { rows: 1, columns: { extra: integer(0, 9) } } }).tables[0]!.columns,
            ...table.columns,
          ],
        })),
      ],
    })
    for (const { id, rows } of plan.tables) {
      const names = compileRows(plan)
        .table(id)
        .written.map((column) => column.name)
      expect(
        decode(more.table(id).copyLines(0, rows, names))
          .split('\n')
          .slice(0, -1),
      ).toEqual(lines.get(id))
    }
  })

  test('changes with the seed', () => {
    const other = compileRows({ ...plan, seed: '43' }).table('posts')
    const own = compileRows(plan).table('posts')
    const same = upTo(120).filter((row) => own.value(row, 'id') === other.value(row, 'id'))
    expect(same).toEqual([])
  })
})

describe('copyLines with buffers that take turns', () => {
  test('gives the same bytes, in a few buffers', () => {
    const rows = compileRows(blog(4000, 20000)).table('posts')
    const last = rows.plan.rows
    const join = (parts: Iterable<Uint8Array>): string =>
      [...parts].map((part) => new TextDecoder().decode(part)).join('')
    const kept = join(rows.copyLines(0, last))
    let seen = ''
    const buffers = new Set<ArrayBufferLike>()
    for (const lines of rows.copyLines(0, last, undefined, new CopyBuffers())) {
      seen += new TextDecoder().decode(lines)
      buffers.add(lines.buffer)
    }
    expect(seen).toBe(kept)
    expect(buffers.size).toBeLessThanOrEqual(4)
  })
})
