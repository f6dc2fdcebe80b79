import { runCommandLine } from '../../src/cli/command-line.ts'
import { type CliOptions, type CliResult, freshFolder, plainEnvironment } from '../support/children.ts'
import { fakeTerminal } from './fake-terminal.ts'

/** Runs the command line in this process: all but the start of the program, in a tenth of the time. Nobody is there to be asked. */
export async function runHere(words: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const env = { ...plainEnvironment(), ...options.env }
  const terminal = fakeTerminal({
    cwd: options.cwd ?? freshFolder(),
    env,
    now: () => performance.now(),
    read: async () => options.input ?? '',
  })
  const code = await runCommandLine(words, terminal)
  return { code, signal: null, stdout: terminal.written.out, stderr: terminal.written.err }
}
