import { z } from 'zod'
import { setting } from '../setting.ts'
import { count, value } from './values.ts'

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

/** Names of personas: known ones, and those under `personas`. */
export const personaNames = z.array(name).min(1)

const persona = {
  weight: setting(z.number().gt(0).max(1000), {
    description: "Content of such a user for one piece of another's",
    examples: [4],
    group: 'Contents',
    otherwise: '1, or that of the known persona',
  }),
  role: setting(name.nullable(), {
    description: 'role in the app metadata',
    examples: ['moderator'],
    group: 'Contents',
    otherwise: 'as users.roles says',
  }),
  metadata: setting(z.record(name, value), {
    description: 'Members of the user metadata, beside persona',
    examples: [{ plan: 'pro' }],
    group: 'Contents',
    otherwise: 'persona alone',
  }),
  bio: setting(z.array(name), {
    description: 'What such people say of themselves, for columns that mean that',
    examples: [['Leaves water at the trailhead.']],
    group: 'Contents',
    otherwise: 'what anybody says',
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
      personas: setting(personaNames, {
        description: 'What kinds of people they are, in turn',
        examples: [['casual_camper', 'van_life', 'gear_reviewer']],
        group: 'Contents',
        otherwise: 'casual_user, expert_user, content_creator, admin_user, power_user',
      }),
    }),
    {
      description: 'Users that are made beside those that are there, for hybrid: { count, personas }',
      examples: [{ count: 7, personas: ['casual_camper', 'van_life'] }],
      group: 'Contents',
      otherwise: 'seven users',
    },
  ),
  personas: setting(z.record(name, z.strictObject(persona)), {
    description: 'Kinds of people of your own, by name: { weight, role, metadata, bio }',
    examples: [{ trail_angel: { weight: 4, bio: ['Leaves water at the trailhead.'] } }],
    group: 'Contents',
    otherwise: 'those that are known by name',
  }),
}
