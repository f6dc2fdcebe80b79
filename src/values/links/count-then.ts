import type { Link } from '../../model/link.ts'
import type { Fitting } from './fitting.ts'

/** How many parents (of those that fit, where not all do) there were when a row was made, of the `all` that there are. */
export function countThen(
  { generations = [] }: Link,
  all: number,
  fit: Fitting | null = null,
): (row: number) => number {
  const among = (parents: number): number => (fit === null ? parents : fit.countBelow(parents))
  const count = among(all)
  const fewer = generations
    .filter(({ parents }) => parents < all)
    .map(({ rows, parents }) => ({ rows, parents: among(parents) }))
  if (fewer.length === 0) return () => count
  return (row) => fewer.find(({ rows }) => row < rows)?.parents ?? count
}
