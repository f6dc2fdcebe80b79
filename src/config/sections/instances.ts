import { z } from 'zod'
import { setting } from '../setting.ts'

/** The rows that are given, once for each worker of a test run. */
export const instances = {
  instances: setting(z.int().min(1).max(1000), {
    description: 'How often the rows that are given are repeated, each time in tenants of their own',
    examples: [4],
    group: 'Contents',
    flag: '--instances',
    argument: '<n>',
    env: 'SUPA_SEED_INSTANCES',
    default: 1,
  }),
  sharedFixtures: setting(z.array(z.string().min(1)), {
    description: 'Tables whose given rows all instances share; of a single row, $shared: true says it',
    examples: [['plans', 'roles']],
    group: 'Contents',
    otherwise: 'none',
  }),
}
