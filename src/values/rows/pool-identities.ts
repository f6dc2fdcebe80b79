import type { Pool } from '../../model/link.ts'
import type { Words } from '../draws/threefry.ts'
import { poolIdentity } from './identity.ts'

/** The identities of a pool's rows, hashed from the texts of the columns that links lead to, each when first asked for. */
export class PoolIdentities {
  private readonly pool: Pool
  private readonly places: readonly number[]
  private readonly words: Int32Array
  private readonly known: Uint8Array

  constructor(pool: Pool, columns: readonly string[]) {
    this.pool = pool
    this.places = columns.map((column) => pool.columns.indexOf(column))
    this.words = new Int32Array(2 * pool.rows.length)
    this.known = new Uint8Array(pool.rows.length)
  }

  read(row: number, out: Words): void {
    if (this.known[row] === 0) {
      const texts = this.pool.rows[row] as readonly (string | null)[]
      const identity = poolIdentity(
        this.pool.table,
        this.places.map((place) => texts[place] ?? null),
      )
      this.words[2 * row] = identity.hi
      this.words[2 * row + 1] = identity.lo
      this.known[row] = 1
    }
    out.hi = this.words[2 * row] as number
    out.lo = this.words[2 * row + 1] as number
  }
}

/** Eight characters of base 36 from an identity: how the path of a row under a pool begins. */
export function identityText(identity: Words): string {
  const number = (identity.hi & 0x1fffff) * 0x100000000 + (identity.lo >>> 0)
  return (number % 36 ** 8).toString(36).padStart(8, '0')
}
