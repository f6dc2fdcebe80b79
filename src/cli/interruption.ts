import type { Terminal } from './terminal.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Turns the first interruption into an abort, so that what is on its way can be rolled back, and the second into the end of the process. */
export function watchInterruption(terminal: Pick<Terminal, 'err'>): {
  readonly signal: AbortSignal
  readonly stop: () => void
  readonly dispose: () => void
} {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    terminal.err('\nStopping: what is on its way is rolled back. Press Ctrl+C again to leave at once.\n')
    controller.abort()
  }
  for (const name of SIGNALS) process.on(name, stop)
  const dispose = (): void => {
    for (const name of SIGNALS) process.off(name, stop)
  }
  return { signal: controller.signal, stop, dispose }
}
