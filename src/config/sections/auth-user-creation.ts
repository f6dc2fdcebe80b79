import { z } from 'zod'

/** How users come into being. The spec's templates say `supabase_auth` for what is written as Supabase Auth writes it. */
export const authUserCreation = z.enum(['sql', 'supabase_auth', 'admin_api'])

/** What both places that take it say of it. */
export const AUTH_USER_CREATION = {
  description: 'How users are made: by SQL (sql or supabase_auth), or by Supabase Auth itself through its admin API',
  examples: ['admin_api'],
  group: 'Contents',
} as const
