import { z } from 'zod'
import { setting } from '../setting.ts'

/** How the work is done. */
export const work = {
  allow: setting(z.array(z.string().min(1)), {
    description: 'Dangers that are accepted, by the id that the plan prints',
    examples: [['calls-out:orders.notify_shop']],
    group: 'Run',
    flag: '--allow',
    argument: '<ids>',
    repeat: true,
    otherwise: 'none',
  }),
  jobs: setting(z.int().min(1).max(64), {
    description: 'Connections that write at the same time, where triggers permit it',
    examples: [4],
    group: 'Run',
    flag: '--jobs',
    argument: '<n>',
    env: 'SUPA_SEED_JOBS',
    default: 2,
  }),
}
