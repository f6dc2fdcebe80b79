import type { Database, Queryable } from '../../../model/database.ts'
import { handlesOf } from '../handles/handles.ts'
import { givenRows } from '../handles/settled-fixtures.ts'
import { transactionEnded } from './asked.ts'
import type { Instance } from './idle.ts'
import { giveInstance, takeInstance } from './pool.ts'
import { type TestRecipe, testRecipe } from './recipe.ts'
import { resetSequences } from './sequences.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'
import type { TestDatabaseOptions } from './test-options.ts'

/** What `seedTestDatabase` does once it is called: drivers are loaded by now. */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase<unknown>> {
  const { isolation = 'transaction', cache = true } = options
  const recipe = await testRecipe(options)
  const instance = await takeInstance(recipe, cache, isolation === 'instance')
  const { db, manifest } = instance
  const handles = handlesOf(givenRows(recipe.filled), manifest)
  if (isolation === 'instance') return testDatabase({ db, tx: null, close: () => db.close() }, handles)
  const { tx, end } = await begin(db)
  return testDatabase({ db, tx, close: () => giveBack(recipe, instance, { tx, end }) }, handles)
}

interface Open {
  readonly tx: Queryable
  readonly end: () => Promise<void>
}

/** A setting that ends with its transaction. */
const MARK = 'supa_seed.test'

/** A transaction that stays open until `end`, and then is rolled back. */
async function begin(db: Database): Promise<Open> {
  let stop: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const over = new Error('over')
  let whole: Promise<unknown> = Promise.resolve()
  const tx = await new Promise<Queryable>((resolve, reject) => {
    whole = db.transaction(
      async (opened) => {
        await opened.execute(`set local ${MARK} = 'open'`)
        resolve(opened)
        await stopped
        throw over
      },
      { searchPath: 'own' },
    )
    whole.catch(reject)
  })
  const end = async (): Promise<void> => {
    stop()
    await whole.catch((error: unknown) => {
      if (error !== over) throw error
    })
  }
  return { tx, end }
}

/** What no transaction takes back: statements, locks and channels of the session, and sequences. */
const SESSION = 'deallocate all; select pg_catalog.pg_advisory_unlock_all(); unlisten *'

async function giveBack(recipe: TestRecipe, instance: Instance, { tx, end }: Open): Promise<void> {
  const { db, sequences } = instance
  try {
    const [row] = await tx.query<{ same: boolean }>(`select current_setting('${MARK}', true) = 'open' as same`)
    await end()
    if (row?.same !== true) throw transactionEnded()
    await db.execute(SESSION)
    await resetSequences(db, sequences)
  } catch (error) {
    await db.close()
    throw error
  }
  await giveInstance(recipe, instance)
}
