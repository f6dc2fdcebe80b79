import type { Address } from '../model/database.ts'
import { SeedError } from '../model/seed-error.ts'
import { productionRefused } from '../report/production-refused.ts'
import { quoteForShell } from '../report/render-findings.ts'
import type { CommandFlags } from './command-flags.ts'
import type { Terminal } from './terminal.ts'

/** What it takes to ask somebody. */
export interface Asking {
  readonly flags: CommandFlags
  readonly terminal: Terminal
  readonly signal: AbortSignal
  /** Interrupts the command, as Ctrl+C does. */
  readonly stop: () => void
}

/**
 * Lets a command write to this machine, and elsewhere only where it was named: by `--remote`, its host by `--allow-remote`, or typed in when somebody is there.
 * What is marked as `production` only where its name is typed in.
 * @throws SeedError `remote-refused`, `production-refused`
 */
export async function allowWriting(address: Address, asking: Asking, production: string | null = null): Promise<void> {
  if (production !== null) return allowProduction(production, asking)
  const { flags, terminal, signal, stop } = asking
  const { host, local } = address
  if (local || flags.remote !== undefined || flags.allowRemote?.includes(host)) return
  if (terminal.interactive && !flags.json) {
    const answer = await terminal.ask(`${host} is not this machine. Type its name to write there: `, signal, stop)
    if (answer.trim() === host) return
  }
  throw new SeedError({
    code: 'remote-refused',
    message: `The database is on ${host}, not on this machine, and nobody allowed writing there. Nothing was written.`,
    expected: `--allow-remote ${quoteForShell(host)}`,
    found:
      flags.allowRemote === undefined
        ? 'nothing of the kind'
        : `--allow-remote ${flags.allowRemote.map(quoteForShell).join(', ')}`,
    next: `If you mean this database, add --allow-remote ${quoteForShell(host)}`,
  })
}

/** No flag can say this: somebody has to be there. */
async function allowProduction(name: string, { flags, terminal, signal, stop }: Asking): Promise<void> {
  const asked = terminal.interactive && !flags.json && !flags.yes
  if (asked) {
    const question = `${name} is marked as production. Type its name to write there: `
    if ((await terminal.ask(question, signal, stop)).trim() === name) return
  }
  throw productionRefused(name, asked ? 'something else' : flags.yes ? '--yes' : 'nobody who could be asked')
}

/**
 * Asks for a yes before something is removed. Without anybody to ask: goes on, or refuses when `needed`.
 * @throws SeedError `declined`, `needs-yes`
 */
export async function confirm(
  question: string,
  needed: boolean,
  { flags, terminal, signal, stop }: Asking,
): Promise<void> {
  if (flags.yes) return
  if (!terminal.interactive || flags.json) {
    if (!needed) return
    throw new SeedError({
      code: 'needs-yes',
      message: 'This removes rows that supa-seed did not write. Nothing was removed.',
      next: 'Add --yes if you mean it.',
    })
  }
  const answer = await terminal.ask(`${question} [y/N] `, signal, stop)
  if (/^(y|yes)$/i.test(answer.trim())) return
  throw new SeedError({
    code: 'declined',
    message: 'Nothing was removed.',
    next: 'Run it again and answer y, or add --yes.',
  })
}
