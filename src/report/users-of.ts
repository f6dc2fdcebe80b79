import type { Report } from '../model/reports/report.ts'

/** Users that supa-seed owns; those of others stand beside them. */
export const usersOf = ({ tables, users, signIns }: Pick<Report, 'tables' | 'users' | 'signIns'>): number =>
  Math.max(signIns.length, tables.find(({ table }) => table === 'auth.users')?.planned ?? users.total)
