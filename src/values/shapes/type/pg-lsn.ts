import type { ShapeMaker } from '../../shape-maker.ts'

/** Positions in a write-ahead log: `0/16B3748`. */
export const pgLsn: ShapeMaker<'pg_lsn'> = {
  compile() {
    return (draws) => `${draws.below(0, 16).toString(16).toUpperCase()}/${draws.bits(1).toString(16).toUpperCase()}`
  },
}
