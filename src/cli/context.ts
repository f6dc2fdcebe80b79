import type { Config } from '../model/config.ts'
import type { Address } from '../model/database.ts'
import { renderAddress } from '../report/render-address.ts'
import { renderMigrations } from '../report/render-migrations.ts'
import type { Page } from '../report/style.ts'
import type { MigrationsApplied } from '../run.ts'
import type { CommandFlags } from './command-flags.ts'
import { type Asking, allowWriting } from './consent.ts'
import { isAscii, styleOf, type Terminal } from './terminal.ts'

/** What every command is given. */
export interface Context extends Asking {
  readonly page: Page
}

/** Makes the context of a command out of its flags. */
export function contextOf(
  flags: CommandFlags,
  terminal: Terminal,
  interruption: Pick<Context, 'signal' | 'stop'>,
): Context {
  const style = styleOf(flags.color !== false && terminal.colour)
  return {
    flags,
    terminal,
    page: {
      style,
      width: Math.max(40, terminal.columns),
      verbose: flags.verbose ?? false,
      ascii: isAscii(terminal.env),
    },
    ...interruption,
  }
}

/** What `run.ts` wants of every command. `writes`: the database must be on this machine, or allowed by name. */
export function runOptions(context: Context, writes: boolean) {
  const { flags, terminal, signal } = context
  return {
    cwd: terminal.cwd,
    env: terminal.env,
    flags,
    signal,
    ...(flags.allowRemote === undefined ? {} : { allowed: flags.allowRemote }),
    onStart: async (address: Address, config?: Config, production: string | null = null): Promise<void> => {
      say(context, renderAddress(address, config?.dataset))
      if (writes) await allowWriting(address, context, production)
    },
    onMigrations: (applied: MigrationsApplied): void => say(context, renderMigrations(applied)),
  }
}

/** For people: standard output, or standard error where that belongs to a JSON document. Nothing when quiet. */
export function say({ flags, terminal }: Context, text: string): void {
  if (flags.quiet) return
  if (flags.json) terminal.err(`${text}\n`)
  else terminal.out(`${text}\n`)
}

/** The result: as one JSON document, for people, or only what is wrong with it. */
export function show(
  context: Context,
  result: unknown,
  render: (page: Page) => string,
  wrong: (page: Page) => readonly string[],
): void {
  const { flags, terminal, page } = context
  if (flags.json) terminal.out(`${JSON.stringify(result, null, 2)}\n`)
  else if (!flags.quiet) terminal.out(`\n${render(page)}\n`)
  else for (const line of wrong(page)) terminal.err(`${line}\n`)
}
