import { CommanderError } from 'commander'
import { SeedError } from '../model/seed-error.ts'
import type { CommandFlags } from './command-flags.ts'
import { contextOf } from './context.ts'
import { watchInterruption } from './interruption.ts'
import { buildProgram } from './program.ts'
import type { Terminal } from './terminal.ts'

type Command = (context: ReturnType<typeof contextOf>) => Promise<number>

/** Each command's code is loaded when it is called for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demo,
  seed: async () => (await import('./commands/seed.ts')).seed,
  plan: async () => (await import('./commands/plan.ts')).plan,
  detect: async () => (await import('./commands/detect.ts')).detect,
  status: async () => (await import('./commands/status.ts')).status,
  verify: async () => (await import('./commands/verify.ts')).verify,
  cleanup: async () => (await import('./commands/cleanup.ts')).cleanup,
  reset: async () => (await import('./commands/reset.ts')).reset,
  export: async () => (await import('./commands/export.ts')).exportFiles,
  sql: async () => (await import('./commands/sql.ts')).sql,
  base: async () => (await import('./commands/base.ts')).base,
}

/** Runs one command line (without node and the script) and gives the exit code. Never throws. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0
  let flags: CommandFlags = {
    json: words.includes('--json'),
    verbose: words.includes('--verbose'),
    color: !words.includes('--no-color'),
  }
  const interruption = watchInterruption(terminal)
  const program = buildProgram(terminal, async (name, given) => {
    flags = given
    const command = await commands[name]?.()
    code = (await command?.(contextOf(given, terminal, interruption))) ?? 0
  })
  try {
    if (words.length === 0) program.outputHelp()
    else await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    return await fail(error, contextOf(flags, terminal, interruption))
  } finally {
    interruption.dispose()
  }
}

async function fail(error: unknown, { flags, terminal, page, signal }: ReturnType<typeof contextOf>): Promise<number> {
  const { errorToJson, renderError } = await import('../report/render-error.ts')
  const told =
    error instanceof CommanderError
      ? usage(error)
      : signal.aborted && !(error instanceof SeedError)
        ? stopped(error)
        : error
  if (flags.json) terminal.out(`${JSON.stringify(errorToJson(told), null, 2)}\n`)
  terminal.err(`${renderError(told, page)}\n`)
  return told instanceof SeedError ? told.exitCode : 2
}

/** `error: unknown option '--rosw'\n(Did you mean --rows?)` */
function usage(error: CommanderError): SeedError {
  const [message = '', hint] = error.message.replace(/^error: /, '').split('\n')
  return new SeedError({
    code: 'usage',
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`,
    next: hint === undefined ? 'See supa-seed --help.' : hint.replace(/^\(|\)$/g, ''),
    cause: error,
  })
}

const stopped = (cause: unknown): SeedError =>
  new SeedError({
    code: 'interrupted',
    message: 'Interrupted before anything was written.',
    next: 'Run it again when you like.',
    exitCode: 130,
    cause,
  })
