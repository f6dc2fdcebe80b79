import { it } from 'vitest'
import { judgeRandomChecks } from './judge-random-checks.ts'

it.each([1, 2, 3, 4])('random checks of seed %i are sound', (seed) => judgeRandomChecks(500, seed), 600_000)
