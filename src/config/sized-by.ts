/** A number of rows as it is said, or none. */
export type Sized = (count: number | null | undefined) => number | null

/** Numbers of rows times the scale: whole, and at least 1 where any were asked for. */
export const sizedBy =
  (scale: number): Sized =>
  (count) =>
    count == null ? null : count === 0 ? 0 : Math.min(Number.MAX_SAFE_INTEGER, Math.max(1, Math.round(count * scale)))
