import { z } from 'zod'
import { setting } from '../setting.ts'

/** Configurations that share the rest, and the one of them that is chosen. `parts`: what one of them may say. */
export const datasetsOver = <Parts extends z.ZodRawShape>(parts: Parts) => ({
  dataset: setting(z.string().min(1), {
    description: 'Which of the datasets is laid over the rest',
    examples: ['demo'],
    group: 'Contents',
    flag: '--dataset',
    argument: '<name>',
    env: 'SUPA_SEED_DATASET',
    otherwise: 'none, the rest alone',
  }),
  datasets: setting(z.record(z.string().min(1), z.strictObject(parts)), {
    description: 'Configurations by name, each laid over the rest part by part; all but db, remotes and datasets',
    examples: [{ dev: { rows: 20 }, e2e: { tables: { orders: 3 } } }],
    group: 'Contents',
    otherwise: 'none',
  }),
})
