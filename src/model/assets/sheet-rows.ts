import type { AssetPoolPlan } from '../plan.ts'

/** Rows that hold items of a pool. */
export const poolRows = ({ items, sheets = [] }: AssetPoolPlan): number =>
  sheets.reduce((sum, { parts }) => parts.reduce((rows, part) => rows + part.rows, sum), items.length)
