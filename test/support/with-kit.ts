import { afterEach } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

const made: TestDatabase[] = []

/** Drops what `withKit` made after each test of the file that calls it. */
export function dropKits(): void {
  afterEach(async () => {
    for (const database of made.splice(0)) await database.drop()
  })
}

/** A database of PostgreSQL 17 that looks like a Supabase project, with these statements. */
export async function withKit(...sql: readonly string[]): Promise<TestDatabase> {
  const database = await freshDatabase('pg17')
  made.push(database)
  await layBase(database.db)
  await database.raw(sql.join(';\n'))
  return database
}
