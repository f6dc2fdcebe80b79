import { SeedError } from '../../model/seed-error.ts'
import { renderFindings } from '../../report/render-findings.ts'
import { renderSql } from '../../report/render-sql.ts'
import type { CommandFlags } from '../command-flags.ts'
import { type Context, runOptions } from '../context.ts'

/** `supa-seed sql`: asks the database, as its role or as one of its users. */
export async function sql(given: Context): Promise<number> {
  const context = { ...given, flags: readFlags(given.flags) }
  const { runSql } = await import('../../run.ts')
  const { flags, terminal, page } = context
  const write = flags.write ?? false
  const report = await runSql({
    ...runOptions(context, write),
    sql: await statementsOf(context),
    write,
    ...(flags.as === undefined ? {} : { as: flags.as }),
    values: flags.json ?? false,
  })
  const { findings } = report
  if (flags.json) terminal.out(`${JSON.stringify(report, null, 2)}\n`)
  // Whoever asks wants the answer, also quietly: then without all else.
  else if (flags.quiet) terminal.out(`${renderSql({ ...report, as: null, findings: [] }, page)}\n`)
  else terminal.out(`\n${renderSql(report, page)}\n`)
  if (flags.quiet && !flags.json)
    for (const line of renderFindings(
      findings.filter(({ level }) => level !== 'info'),
      page,
    ))
      terminal.err(`${line}\n`)
  return 0
}

/** `sql --embedded "select 1"` means the usual folder: without a statement there would be nothing to do. */
function readFlags(flags: CommandFlags): CommandFlags {
  const { argument, file, embedded } = flags
  const isStatement =
    argument === undefined && file === undefined && typeof embedded === 'string' && /\s/.test(embedded)
  return isStatement ? { ...flags, embedded: true, argument: embedded } : flags
}

/** From the command line, a file, or (`-`) standard input. */
async function statementsOf({ flags, terminal }: Context): Promise<{ text: string } | { file: string }> {
  const { argument, file } = flags
  if (argument !== undefined && file !== undefined)
    throw new SeedError({
      code: 'usage',
      message: 'Statements are given twice: on the command line and with --file.',
      next: 'Give one of them.',
    })
  if (file !== undefined && file !== '-') return { file }
  if (file === '-' || argument === '-') return { text: await terminal.read() }
  return { text: argument ?? '' }
}
