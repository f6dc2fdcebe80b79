import { it } from 'vitest'
import { freshDatabase } from '/work/main/test/support/database.ts'
import { blocks, follow, integer, pick, uuidKey, serial } from '/work/main/test/support/plan.ts'
import { planWith, seed, temporaryRoot, journalOf } from '/work/main/test/load/seeding.ts'
import { compileRows } from '/work/main/src/values/rows.ts'
import { readPast } from '/work/main/src/load/read-past.ts'
import { cleanup } from '/work/main/src/load/cleanup.ts'
import { reset } from '/work/main/src/load/reset.ts'
import { recognise } from '/work/main/src/load/recognise.ts'
import { readCatalog } from '/work/main/src/catalog/read-catalog.ts'
it('bench', { timeout: 600000 }, async () => {
  const schema = 'create table u (id uuid primary key, n int, t text); create table p (id uuid primary key, u_id uuid not null references u, a int, b text, c int, d int)'
  const N = 300_000
  const plan = (rowsN: number, chunkRows: number, parallel: boolean) => planWith({ u: { rows: rowsN/10, columns: { id: uuidKey, n: integer(1, 9), t: pick('abc', 'def ghi') }, extra: { chunkRows, parallel } }, p: { rows: rowsN, columns: { id: uuidKey, u_id: follow('u'), a: integer(1, 1e6), b: pick('some text', 'another'), c: integer(1, 5), d: integer(1, 7) }, links: { u: { to: 'u', columns: ['u_id'], choose: blocks(rowsN, rowsN/10) } }, extra: { chunkRows, parallel } } })
  const ms = async (name: string, work: () => Promise<unknown>) => { const t = performance.now(); await work(); console.log(name, Math.round(performance.now() - t)) }
  const raw = await freshDatabase('pg17', schema)
  const rows = compileRows(plan(N, 50000, false))
  const made = { u: [...rows.table('u').copyLines(0, N/10)], p: [] as Uint8Array[] }
  await ms('generate', async () => { made.p = [...rows.table('p').copyLines(0, N)] })
  await raw.db.copyIn('copy public.u (id, n, t) from stdin', made.u)
  await ms('ready-made copy', () => raw.db.copyIn('copy public.p (id, u_id, a, b, c, d) from stdin', made.p))
  await raw.drop()
  for (const [chunk, parallel] of [[10000, false], [50000, false], [50000, true], [20000, true]] as const) {
    const database = await freshDatabase('pg17', schema)
    const root = temporaryRoot()
    let r: any
    await ms(`seed chunk ${chunk} parallel ${parallel}`, async () => { r = await seed(database, root, plan(N, chunk, parallel)) })
    console.log(JSON.stringify(r.result.timings))
    if (chunk === 20000) {
      await ms('recognise', () => recognise(database.db, plan(N, chunk, parallel)))
      const journal = await journalOf(database.db, root)
      let read: any
      await ms('readPast', async () => { read = await readPast(database.db, journal) })
      await ms('cleanup', async () => cleanup({ db: database.db, catalog: await readCatalog(database.db), journal, history: read.history }))
      await journal.close()
    }
    await database.drop()
  }
  const small = await freshDatabase('pg17', schema)
  const root = temporaryRoot()
  await seed(small, root, plan(1000, 1000, false))
  await small.raw('delete from p where a % 2 = 0'); await small.raw('update p set c = 0')
  for (let i = 0; i < 3; i++) {
    await ms('reset 1100 rows', async () => { const journal = await journalOf(small.db, root); const { history } = await readPast(small.db, journal, { probe: false }); console.log(JSON.stringify((await reset({ db: small.db, journal, history })).tables)); await journal.close() })
    await small.raw('delete from p where a % 2 = 0'); await small.raw('update p set c = 0')
  }
})
