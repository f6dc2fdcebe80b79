import type { Switching } from '../../model/reports/preview.ts'
import { SeedError } from '../../model/seed-error.ts'
import { spellRows } from '../../report/spell-number.ts'

/** An error that says that nothing was written, after rows of another dataset were removed. */
export function toldAfterSwitch({ tables }: Switching, error: unknown): unknown {
  const rows = tables.reduce((sum, { removed }) => sum + removed, 0)
  if (rows === 0 || !(error instanceof SeedError)) return error
  return new SeedError({
    ...error,
    message: error.message,
    next: `${error.next} Of the dataset before, ${spellRows(rows)} are removed already; the next supa-seed seed goes on from there.`,
    exitCode: error.exitCode === 2 ? 1 : error.exitCode,
    cause: error.cause,
  })
}
