import { describe, it } from 'vitest'
import {
  cleanupAfterSeedDied,
  cleanupDiesAtBoundaries,
  seedDiesAtBoundaries,
  seedDiesAtChance,
} from './dies-at-boundaries.ts'

const LONG = { timeout: 600_000 }

/** Of all boundaries every fourth, from a random one on; `npm run test:long` takes them all. */
describe('a process that dies', () => {
  it('at any boundary: the next seed ends with the same contents, and knows every row that is ours', LONG, () =>
    seedDiesAtBoundaries(4),
  )
  it('at any boundary of seed: cleanup removes all that it left', LONG, () => cleanupAfterSeedDied(8))
  it('at any boundary of cleanup: the next one ends it', LONG, () => cleanupDiesAtBoundaries(3))
  it('several times at chance boundaries: the same', LONG, seedDiesAtChance)
})
