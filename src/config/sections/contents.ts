import { z } from 'zod'
import { NEWEST_GENERATORS } from '../../model/generators.ts'
import { instantOf } from '../instant.ts'
import { setting } from '../setting.ts'
import { count } from './values.ts'

const when = z.union([
  z.literal('today'),
  z
    .string()
    .refine((text) => instantOf(text) !== null, 'an ISO date (2025-06-01) or an ISO instant (2025-06-01T09:30:00Z)'),
  z.date(),
])

const LARGEST_SCALE = 1_000_000

/** What the rows look like, and how many there are. */
export const contents = {
  rows: setting(count, {
    description: 'Rows for each table that is not named, or for one table (--rows orders=1000)',
    examples: [100],
    group: 'Contents',
    flag: '--rows',
    argument: '<n | table=n>',
    repeat: true,
    env: 'SUPA_SEED_ROWS',
    otherwise: 'sizes that suit their relations',
  }),
  scale: setting(
    z.number().refine((factor) => factor > 0 && factor <= LARGEST_SCALE, `above 0 and at most ${LARGEST_SCALE}`),
    {
      description: 'Multiplies numbers of rows and users, said or not: whole numbers, at least 1',
      examples: [0.1, 10],
      group: 'Contents',
      flag: '--scale',
      argument: '<factor>',
      env: 'SUPA_SEED_SCALE',
      default: 1,
    },
  ),
  seed: setting(z.union([z.string().min(1), z.number()]), {
    description: 'Same seed, same rows: any text or number',
    examples: ['demo', 42],
    group: 'Contents',
    flag: '--seed',
    argument: '<text>',
    env: 'SUPA_SEED_SEED',
    default: 'supa-seed',
  }),
  now: setting(when, {
    description: 'The moment that time columns lead up to: today (noon UTC), an ISO date or an ISO instant',
    examples: ['2025-06-01', '2025-06-01T09:30:00Z'],
    group: 'Contents',
    flag: '--now',
    argument: '<when>',
    env: 'SUPA_SEED_NOW',
    default: 'today',
  }),
  generators: setting(
    z.int().refine((one) => one >= 1 && one <= NEWEST_GENERATORS, `a whole number from 1 to ${NEWEST_GENERATORS}`),
    {
      description: 'Pins what values are made: a newer supa-seed goes on making those of this generation',
      examples: [NEWEST_GENERATORS],
      group: 'Contents',
      otherwise: 'that of the rows that are there, else the newest',
    },
  ),
  edgeCases: setting(z.boolean(), {
    description: 'Every seventh row holds extremes: longest, shortest, other scripts, emoji, far dates, large numbers',
    examples: [true],
    group: 'Contents',
    flag: '--edge-cases',
    argument: '',
    default: false,
  }),
}
