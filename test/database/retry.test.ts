import { expect, test } from 'vitest'
import { withRetry } from '../../src/database/retry.ts'
import { DatabaseError } from '../../src/model/database.ts'
import { freshDatabase } from '../support/database.ts'

const failing = (code: string, times: number): (() => Promise<string>) => {
  let left = times
  return async () => {
    if (left === 0) return 'done'
    left -= 1
    throw new DatabaseError('failed', { code })
  }
}

test.each(['40001', '40P01', '55P03', '08000', '08006', '57P01', '57P02', '57P03'])(
  '%s is tried again',
  async (code) => {
    const seen: number[] = []
    const onRetry = (_: unknown, attempt: number): number => seen.push(attempt)
    expect(await withRetry(failing(code, 2), { delay: 0, onRetry })).toBe('done')
    expect(seen).toEqual([2, 3])
  },
)

test.each(['23505', '42P01', '57014', '08007', 'unknown'])('%s is not', async (code) => {
  await expect(withRetry(failing(code, 1), { delay: 0 })).rejects.toMatchObject({ code })
})

test('what is no error of a database is not', async () => {
  const mine = new Error('mine')
  let calls = 0
  await expect(
    withRetry(async () => {
      calls += 1
      throw mine
    }),
  ).rejects.toBe(mine)
  expect(calls).toBe(1)
})

test('it gives up with the last error', async () => {
  const attempts: number[] = []
  const work = async (attempt: number): Promise<never> => {
    attempts.push(attempt)
    throw new DatabaseError(`attempt ${attempt}`, { code: '40001' })
  }
  await expect(withRetry(work, { attempts: 3, delay: 0 })).rejects.toThrow('attempt 3')
  expect(attempts).toEqual([1, 2, 3])
})

test('a deadlock of two transactions is solved by trying again', async () => {
  const there = await freshDatabase(
    'pg17',
    'create table t (id int primary key, n int); insert into t values (1, 0), (2, 0)',
  )
  const arrived: (() => void)[] = []
  const move = (first: number, second: number): Promise<void> =>
    withRetry((attempt) =>
      there.db.transaction(async (tx) => {
        await tx.execute('update public.t set n = n + 1 where id = $1', [first])
        // The first time, neither goes on before both hold a row.
        if (attempt === 1) {
          await new Promise<void>((resolve) => {
            arrived.push(resolve)
            if (arrived.length === 2) for (const go of arrived) go()
          })
        }
        await tx.execute('update public.t set n = n + 1 where id = $1', [second])
      }),
    )
  await Promise.all([move(1, 2), move(2, 1)])
  expect(await there.raw('select n from t order by id')).toEqual([{ n: 2 }, { n: 2 }])
  await there.drop()
})
