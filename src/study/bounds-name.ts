import type { ObjectId } from '../model/name.ts'

/** Name of the check that some partition takes the row. */
export const boundsName = (table: ObjectId): string => `partitions of ${table}`
