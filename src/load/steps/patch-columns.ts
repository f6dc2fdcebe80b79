import type { TablePlan } from '../../model/plan.ts'

/** The columns of the named links, each once, but those by which a row is found. */
export function patchColumns({ links, key }: TablePlan, names: readonly string[]): string[] {
  const all = links.filter(({ name }) => names.includes(name)).flatMap(({ columns }) => columns)
  return [...new Set(all)].filter((name) => !key.columns.includes(name))
}
