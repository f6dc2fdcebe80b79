import { test } from 'vitest'
import { judgeGenerated } from './judge-generated.ts'

/** Of the first case; `GENERATED_SEED` repeats a run. */
const seed = Number(process.env.GENERATED_SEED ?? Date.now() % 1_000_000_000)
const cases = Number(process.env.GENERATED_CASES ?? 2000)

test.each(['random', 'mutated'] as const)(`%s schemas from seed ${seed} on`, { timeout: 7_200_000 }, (of) =>
  judgeGenerated({ of, seed, cases, shrinking: 60_000 }),
)
