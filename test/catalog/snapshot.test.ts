import { expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import type { Database } from '../../src/model/database.ts'
import { freshDatabase } from '../support/database.ts'
import { observed } from './wrapped.ts'

async function withDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  const { db, drop } = await freshDatabase('pg17')
  try {
    await work(db)
  } finally {
    await drop()
  }
}

test('what others create meanwhile is in all of it or in none', async () => {
  await withDatabase(async (db) => {
    await db.execute('create table public.early (a int)')
    let statements = 0
    const catalog = await readCatalog(
      observed(db, async () => {
        statements += 1
        if (statements > 1) await db.execute(`create table public.late${statements} (a serial primary key)`)
      }),
    )
    expect(statements).toBeGreaterThan(2)
    expect(catalog.relations.map((relation) => relation.id)).toEqual(['early'])
    expect(catalog.sequences).toEqual([])
  })
})

test('the transaction cannot write', async () => {
  await withDatabase(async (db) => {
    const modes = new Set<unknown>()
    await readCatalog(
      observed(db, async (_sql, tx) => {
        const [row] = await tx.query(
          `select current_setting('transaction_read_only') || ', ' || current_setting('transaction_isolation') as mode`,
        )
        modes.add(row?.mode)
      }),
    )
    expect([...modes]).toEqual(['on, repeatable read'])
  })
})

test('an older server is refused with a next step', async () => {
  await withDatabase(async (db) => {
    const old = { ...db, capabilities: { ...db.capabilities, version: 140012 } }
    await expect(readCatalog(old)).rejects.toMatchObject({ code: 'unsupported-server', found: 'PostgreSQL 14' })
  })
})
