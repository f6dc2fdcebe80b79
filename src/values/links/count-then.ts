import type { Link } from '../../model/link.ts'

/** How many parents there were when a row was made. */
export function countThen({ generations = [] }: Link, count: number): (row: number) => number {
  const fewer = generations.filter(({ parents }) => parents < count)
  if (fewer.length === 0) return () => count
  return (row) => fewer.find(({ rows }) => row < rows)?.parents ?? count
}
