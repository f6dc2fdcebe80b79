import { z } from 'zod'
import { setting } from '../setting.ts'
import { count } from './values.ts'

const name = z.string().min(1)

const existing = {
  table: setting(name, {
    description: 'The table that says which users are meant',
    examples: ['accounts'],
    group: 'Contents',
    otherwise: 'the personal accounts where the schema has some, else auth.users',
  }),
  filter: setting(z.record(name, z.union([z.string(), z.number(), z.boolean(), z.null()])), {
    description: 'Columns of that table and what they hold: only these rows are meant',
    examples: [{ is_personal_account: true }],
    group: 'Contents',
    otherwise: 'all rows',
  }),
  idField: setting(name, {
    description: "The column of that table that holds the user's id",
    examples: ['user_id'],
    group: 'Contents',
    default: 'id',
  }),
}

/** Who gets the content: users that are made, that are there, or both. */
export const strategy = {
  userStrategy: setting(z.enum(['create-new', 'use-existing', 'hybrid']), {
    description: 'Whether users are made, those that are there get the content, or both share it',
    examples: ['hybrid'],
    group: 'Contents',
    default: 'create-new',
  }),
  existingUsers: setting(z.strictObject(existing), {
    description: 'Users that are there and are never changed, for use-existing and hybrid: { table, filter, idField }',
    examples: [{ table: 'accounts', filter: { is_personal_account: true } }],
    group: 'Contents',
    otherwise: 'all users that are there',
  }),
  additionalUsers: setting(
    z.strictObject({
      count: setting(count, {
        description: 'Users that are made beside those that are there',
        examples: [7],
        group: 'Contents',
        otherwise: 'users.count, else 7',
      }),
    }),
    {
      description: 'Users that are made beside those that are there, for hybrid: { count }',
      examples: [{ count: 7 }],
      group: 'Contents',
      otherwise: 'seven users',
    },
  ),
}
