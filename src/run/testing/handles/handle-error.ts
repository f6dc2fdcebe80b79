import { SeedError } from '../../../model/seed-error.ts'
import type { GivenRow } from './settled-fixtures.ts'

/** What only a database tells. */
export const unknownWithout = ({ table, handle }: GivenRow, column: string, why: string): SeedError =>
  new SeedError({
    code: 'handle-value-unknown',
    message: `What ${handle} has in ${table}.${column} is not known without a database: ${why}.`,
    place: { table, column, path: `fixtures.${table}.${handle}.${column}` },
    next: `Say it in the fixture, or let seed write it down: manifest: './e2e/seeded.json' in the configuration, and handles(config, './e2e/seeded.json').`,
  })
