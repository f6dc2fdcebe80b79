import type { Framework } from './framework.ts'

const MARKS = ['auth.users', 'auth.identities', 'storage.objects'] as const

/** Supabase itself: its own schemas are there. */
export const supabase: Framework = {
  family: 'supabase',
  evidence: (catalog) =>
    MARKS.filter((id) => catalog.relations.some((relation) => relation.id === id)).map((id) => `the table ${id}`),
}
