import type { CommandFlags } from '../../src/cli/command-flags.ts'
import { type Context, contextOf } from '../../src/cli/context.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

export interface FakeTerminal extends Terminal {
  readonly written: { out: string; err: string; asked: string[] }
  /** Moves the clock on, in milliseconds. */
  pass(milliseconds: number): void
}

/** A terminal that remembers what was printed and gives the answers it was told. */
export function fakeTerminal(rest: Partial<Terminal> & { readonly answers?: readonly string[] } = {}): FakeTerminal {
  const written = { out: '', err: '', asked: [] as string[] }
  const answers = [...(rest.answers ?? [])]
  let time = 0
  return {
    cwd: process.cwd(),
    env: {},
    interactive: false,
    live: false,
    columns: 80,
    colour: false,
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    ask: async (question) => {
      written.asked.push(question)
      return answers.shift() ?? ''
    },
    read: async () => '',
    now: () => time,
    ...rest,
    written,
    pass: (milliseconds) => {
      time += milliseconds
    },
  }
}

export function fakeContext(terminal: Terminal, flags: CommandFlags = {}): Context {
  return contextOf(flags, terminal, { signal: new AbortController().signal, stop: () => undefined })
}
