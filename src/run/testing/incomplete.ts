import type { Report } from '../../model/reports/report.ts'
import { SeedError } from '../../model/seed-error.ts'

/** A test is to find all that was promised. */
export const incomplete = ({ errors }: Report): SeedError =>
  new SeedError({
    code: 'test-database-incomplete',
    message: `The test database could not be seeded as planned: ${errors[0]?.message ?? 'rows are missing'}`,
    next: errors[0]?.next ?? 'Run supa-seed plan --embedded to see what is wrong.',
    findings: errors,
  })
