import type { Report } from '../model/reports/report.ts'

/** Rows that a run wrote; those that were inserted and then mended or enriched count once. */
export const rowsWritten = ({ tables }: Pick<Report, 'tables'>): number =>
  tables.reduce((sum, { inserted, updated }) => sum + Math.max(inserted, updated), 0)
