import { SeedError } from '../../model/seed-error.ts'

/** The person (or a signal) asked to stop. */
export function interrupted(): SeedError {
  return new SeedError({
    code: 'interrupted',
    message: 'Interrupted. What was committed stays, what was on its way was rolled back.',
    next: 'Run `supa-seed seed` again to go on from here, or `supa-seed cleanup` to remove it.',
    exitCode: 130,
  })
}
