import { describe, it } from 'vitest'
import { cleanupAfterSeedDied, cleanupDiesAtBoundaries, seedDiesAtBoundaries } from './dies-at-boundaries.ts'

const LONG = { timeout: 1_800_000 }

describe('a process that dies at each boundary', () => {
  it('of a seed: the next one ends with the same contents', LONG, () => seedDiesAtBoundaries(1))
  it('of a seed: cleanup removes all that it left', LONG, () => cleanupAfterSeedDied(1))
  it('of a cleanup: the next one ends it', LONG, () => cleanupDiesAtBoundaries(1))
})
