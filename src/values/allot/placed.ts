import type { Relaxation } from '../../model/allotting/allotment.ts'

/** A target for each item, -1 for none, and what is to be told of it. */
export interface Placed {
  readonly chosen: Int32Array
  readonly relaxations: readonly Relaxation[]
  readonly unserved: ReadonlyMap<number, string>
  /** Pairs of an item and a target, where rules decide how many. */
  readonly placed?: number
  /** Of pairs: of target t and class c at t · classes + c. */
  readonly amounts?: Uint32Array
  /** Why an item has no place, where it is not that there are enough. */
  readonly reasons: ReadonlyMap<number, string>
}
