import { z } from 'zod'
import { setting } from '../setting.ts'

const names = z.array(z.string().min(1))

/** Which tables are meant. */
export const scope = {
  schemas: setting(names, {
    description: 'Postgres schemas whose tables may be filled',
    examples: [['public', 'crm']],
    group: 'Scope',
    flag: '--schema',
    argument: '<names>',
    repeat: true,
    otherwise: "all of the app's",
  }),
  only: setting(names, {
    description: 'Write to these tables and no other',
    examples: [['orders', 'order_items']],
    group: 'Scope',
    flag: '--only',
    argument: '<tables>',
    repeat: true,
    otherwise: 'no limit',
  }),
  except: setting(names, {
    description: 'Never write to these tables',
    examples: [['audit_log']],
    group: 'Scope',
    flag: '--except',
    argument: '<tables>',
    repeat: true,
    otherwise: 'none',
  }),
}
