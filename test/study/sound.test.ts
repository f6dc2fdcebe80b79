import { it } from 'vitest'
import { judgeRandomChecks } from './judge-random-checks.ts'

it('random checks: what is understood of one implies it, and what is called impossible is', () =>
  judgeRandomChecks(100, 42))
