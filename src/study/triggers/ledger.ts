import type { ObjectId } from '../../model/name.ts'
import type { Effect } from '../../model/study.ts'

type Insert = Effect['inserts'][number]

/** What has been read so far of one trigger. */
export interface Ledger {
  readonly inserts: Insert[]
  readonly updates: Set<ObjectId>
  /** Columns that are counted up, by table. */
  readonly counts: Map<ObjectId, Set<string>>
  readonly assigns: Set<string>
  /** Columns of NEW that get another value in every row, whatever they held. */
  readonly overwrites: Set<string>
  readonly raises: Set<string>
  readonly callsOut: Set<string>
  /** Tables that it selects from. */
  readonly reads: Set<ObjectId>
  read: boolean
  /** Rows (or locks) are touched that other new rows may touch as well. */
  shared: boolean
}

export function openLedger(): Ledger {
  return {
    inserts: [],
    updates: new Set(),
    counts: new Map(),
    assigns: new Set(),
    overwrites: new Set(),
    raises: new Set(),
    callsOut: new Set(),
    reads: new Set(),
    read: true,
    shared: false,
  }
}

/** Notes an insert once, however often the same one is read. */
export function noteInsert(ledger: Ledger, insert: Insert): void {
  const spelled = JSON.stringify(insert)
  if (!ledger.inserts.some((other) => JSON.stringify(other) === spelled)) ledger.inserts.push(insert)
}
