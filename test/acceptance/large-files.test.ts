import { expect, it } from 'vitest'
import { codes, facts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, projectFolder, resetStory, seedStory, verifyStory } from '../support/story.ts'

/** More than is held of one file. */
const ROWS = 6000
const LONG = 'x'.repeat(3000)

const SQL = `create table products (id uuid primary key, sku text not null unique, name text not null, price numeric(8,2) check (price >= 0), tags text[], views int);
  create table reviews (id uuid primary key, product_id uuid not null references products, body text not null)`

const config = (path: string, more: object = {}) => ({
  tables: { reviews: { count: 50 } },
  assetPools: {
    products: {
      path,
      fields: { sku: 'csv.sku', name: 'csv.name', price: 'csv.price | null', tags: 'split(csv.tags)' },
      ...more,
    },
  },
})

/** Quotes, line ends inside of them, letters of several bytes, and a line that is passed over. */
function csv(edit: (i: number) => string = () => '', rows = ROWS): string {
  const lines = ['sku;name;price;tags;filler']
  for (let i = 1; i <= rows; i++)
    lines.push(edit(i) || `S-${i};"Zelt ""${i}""\nfür zwei; groß";${i % 3 === 0 ? '' : `${i},50`};a,b;${LONG}`)
  return `\ufeff${lines.join('\r\n')}\r\n`
}

it('files that are too large to be held become rows, one after the other, and stay as they are', async () => {
  const database = await freshDatabase('pg17', SQL)
  const root = projectFolder()
  putFiles(root, {
    'd/big.csv': csv((i) => (i === 4000 ? 'too;few' : '')),
    'd/small.csv': 'sku;name;price;tags\nT-1;Kocher;12;x\n',
  })
  const first = await seedStory(database.db, config('d/*.csv'), root)
  expect(first.errors).toEqual([])
  expect(codes(first)).toEqual(['asset-unreadable'])
  expect(first.warnings[0]?.place.file).toBe('d/big.csv:8000:8')
  expect(first.tables).toMatchObject([
    {
      table: 'products',
      inserted: ROWS,
      source: 'assets',
      origins: { files: ROWS },
      note: 'from the asset pool products',
    },
    { table: 'reviews', inserted: 50 },
  ])
  await facts(
    database,
    `select count(*) = ${ROWS} and count(distinct name) = ${ROWS} and count(distinct views) > 5 from products`,
    `select name = E'Zelt "5999"\\nfür zwei; groß' and tags = '{a,b}' and price = 5999.50 from products where sku = 'S-5999'`,
    `select price is null from products where sku = 'S-6000'`,
    `select not exists (select from products where sku = 'S-4000') and exists (select from products where name = 'Kocher')`,
  )
  expect(written(await seedStory(database.db, config('d/*.csv'), root))).toBe(0)
  expect((await verifyStory(database.db, config('d/*.csv'), root)).ok).toBe(true)
  const rows = 'select sku, views, id from products order by sku collate "C"'
  const before = await database.raw(rows)
  await database.raw("delete from reviews; delete from products where sku like 'S-1%'")
  await resetStory(database.db, config('d/*.csv'), root)
  expect(await database.raw(rows)).toEqual(before)
  // Changed: its rows stay, and nobody knows which of its lines are new.
  putFiles(root, { 'd/big.csv': csv(undefined, ROWS + 100) })
  const changed = await seedStory(database.db, config('d/*.csv'), root)
  expect([written(changed), changed.errors, changed.warnings.map(({ code }) => code)]).toEqual([
    0,
    [],
    ['asset-changed'],
  ])
  putFiles(root, { 'd/big.csv': csv((i) => (i === 4000 ? 'too;few' : '')).replace('filler', 'Filler') })
  const renamed = await seedStory(database.db, config('d/*.csv'), root)
  expect([written(renamed), codes(renamed).sort()]).toEqual([0, ['asset-changed', 'asset-unreadable']])
  const removed = await cleanupStory(database.db, config('d/*.csv'), root)
  expect(removed.tables.find(({ table }) => table === 'products')?.removed).toBe(ROWS)
  await database.drop()
})

it('every value of a large file is looked at before anything is written', async () => {
  const database = await freshDatabase('pg17', SQL)
  const root = projectFolder()
  const wrong = (i: number): string =>
    i === 10 || i === 5990 ? `S-10;Zelt;1;;${LONG}` : i % 1000 === 500 ? `S-${i};Zelt;-5;;${LONG}` : ''
  putFiles(root, { 'd/big.csv': csv(wrong) })
  const told = await refusal(seedStory(database.db, config('d/big.csv'), root))
  expect(told.code).toBe('assets-invalid')
  expect(told.findings?.map(({ code, place }) => [code, place.column, place.file])).toEqual([
    ...[999, 2998, 4997, 6996, 8995, 10994].map((line) => ['asset-value', 'price', `d/big.csv:${line}`]),
    ['asset-twice', 'sku', 'd/big.csv:11973'],
  ])
  await facts(database, 'select not exists (select from products)')
  putFiles(root, { 'd/big.csv': csv() })
  const beside = { ...config('d/big.csv'), tables: { products: { count: ROWS + 5 } } }
  expect(await refusal(seedStory(database.db, beside, root))).toMatchObject({ code: 'sheet-beside-made' })
  const few = await seedStory(
    database.db,
    { ...config('d/big.csv'), tables: { products: { count: 5 }, reviews: { count: 1 } } },
    root,
  )
  expect(few.warnings).toMatchObject([
    { code: 'assets-left', next: `Raise tables.products.count to ${ROWS}, or leave it out.` },
  ])
  const rest = await seedStory(database.db, { ...config('d/big.csv'), tables: { reviews: { count: 1 } } }, root)
  expect(rest.tables[0]).toMatchObject({ table: 'products', inserted: ROWS - 5 })
  await facts(database, `select count(*) = ${ROWS} and count(distinct sku) = ${ROWS} from products`)
  await database.drop()
})

it('a large file that changes while the command is at work stops it; JSON Lines are read the same way', async () => {
  const database = await freshDatabase('pg17', 'create table products (id uuid primary key, name text, size int)')
  const root = projectFolder()
  const lines = (size: number): string =>
    Array.from({ length: ROWS }, (_, i) =>
      JSON.stringify({ name: `Mug ${i}`, size: i === 3000 ? size : i, LONG }),
    ).join('\n')
  putFiles(root, { 'd/big.jsonl': lines(1) })
  const pools = { assetPools: { products: { path: 'd/big.jsonl' } } }
  const edited = seedStory(database.db, pools, root, {
    onPlan: async () => {
      putFiles(root, { 'd/big.jsonl': lines(2) })
      return true
    },
  })
  expect(await refusal(edited)).toMatchObject({ code: 'asset-changed', place: { file: 'd/big.jsonl' } })
  await facts(database, 'select not exists (select from products)')
  expect((await seedStory(database.db, pools, root)).errors).toEqual([])
  await facts(
    database,
    `select count(*) = ${ROWS} and sum(size) = (${ROWS} * (${ROWS} - 1) / 2) - 3000 + 2 from products`,
  )
  await database.drop()
})
