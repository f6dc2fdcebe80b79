import { test } from 'vitest'
import { judgeGenerated } from './judge-generated.ts'

test('random schemas are filled, or the report names what cannot be', { timeout: 120_000 }, () =>
  judgeGenerated({ of: 'random', seed: 1, cases: 8, shrinking: 20_000 }),
)
