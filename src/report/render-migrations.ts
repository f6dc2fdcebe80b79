import { printable } from './printable.ts'
import { spellCount, spellDuration } from './spell-number.ts'

/** `Applied 3 files of supabase/migrations in 0.4 s` */
export function renderMigrations(applied: {
  readonly files: readonly string[]
  readonly folder: string
  readonly milliseconds: number
}): string {
  const { length } = applied.files
  const count = `${spellCount(length)} ${length === 1 ? 'file' : 'files'}`
  return `Applied ${count} of ${printable(applied.folder)} in ${spellDuration(applied.milliseconds)}`
}
