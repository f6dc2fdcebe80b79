import { styleText } from 'node:util'
import { plainStyle, type Style } from '../report/style.ts'

/** The person (or the pipe) on the other side. */
export interface Terminal {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Somebody is there who can be asked. */
  readonly interactive: boolean
  /** Lines on standard error may be drawn again. */
  readonly live: boolean
  readonly columns: number
  readonly colour: boolean
  out(text: string): void
  err(text: string): void
  /** The answer in one line. @throws AbortError when `signal` fires (Ctrl+C fires `stop`). */
  ask(question: string, signal: AbortSignal, stop: () => void): Promise<string>
  /** Standard input to its end. */
  read(): Promise<string>
  /** Milliseconds on a clock that never goes back. */
  now(): number
}

/** The terminal that this process was started in. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process
  const unattended = isSet(env.CI) || env.TERM === 'dumb'
  return {
    cwd: process.cwd(),
    env,
    interactive: Boolean(stdin.isTTY && stderr.isTTY) && !unattended,
    live: Boolean(stderr.isTTY) && !unattended,
    columns: stdout.columns ?? stderr.columns ?? 80,
    colour: wantsColour(env, Boolean(stdout.isTTY)),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    ask: async (question, signal, stop) => {
      const { createInterface } = await import('node:readline/promises')
      const lines = createInterface({ input: stdin, output: stderr })
      lines.on('SIGINT', stop)
      try {
        return await lines.question(question, { signal })
      } finally {
        lines.close()
      }
    },
    read: async () => {
      const { text } = await import('node:stream/consumers')
      return text(stdin)
    },
    now: () => performance.now(),
  }
}

/** https://no-color.org and its counterpart. */
export function wantsColour(env: Terminal['env'], isTerminal: boolean): boolean {
  if (isSet(env.NO_COLOR)) return false
  if (isSet(env.FORCE_COLOR)) return true
  return isTerminal && env.TERM !== 'dumb'
}

/** The locale says that other characters cannot be shown. One that says nothing can show them: so it is in most containers and on Windows. */
export function isAscii({ LC_ALL, LC_CTYPE, LANG }: Terminal['env']): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || ''
  return locale !== '' && !/utf-?8/i.test(locale)
}

const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== '0' && value !== 'false'

/** Stress by escape sequences, or none. */
export function styleOf(colour: boolean): Style {
  if (!colour) return plainStyle
  const paint = (format: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan') => (text: string) =>
    styleText(format, text, { validateStream: false })
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    yellow: paint('yellow'),
    green: paint('green'),
    cyan: paint('cyan'),
  }
}
