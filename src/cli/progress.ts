import type { Progress } from '../model/reports/report.ts'
import { printable } from '../report/printable.ts'
import { spellCount, spellDuration, spellRows } from '../report/spell-number.ts'
import { clip } from '../report/width.ts'
import type { Context } from './context.ts'

/** Milliseconds between two drawings of the live lines, and between two plain lines of one table. */
const REDRAW = 100
const PLAIN = 10_000

interface Running {
  readonly table: string
  readonly since: number
  /** Rows that were there when it was first told of. */
  readonly from: number
  written: number
  total: number
  told: number
}

/** Shows what the load tells, on standard error: one live line for each running table, or plain lines now and then. */
export interface ProgressView {
  on(event: Progress): void
  /** Takes the live lines away. */
  end(): void
}

/** The view that suits the terminal: none when quiet or for JSON, live lines for people, plain lines for logs. */
export function showProgress({ flags, terminal, page }: Context): ProgressView {
  if (flags.quiet) return { on: () => undefined, end: () => undefined }
  const running = new Map<string, Running>()
  const finished = new Set<string>()
  let drawn = 0
  let last = Number.NEGATIVE_INFINITY

  const erase = (): void => {
    if (drawn > 0) terminal.err(`\x1b[${drawn}A\x1b[0J`)
    drawn = 0
  }
  const draw = (): void => {
    last = terminal.now()
    const lines = [...running.values()].map((one) => clip(spell(one, last), page.width - 1))
    erase()
    if (lines.length > 0) terminal.err(`${lines.join('\n')}\n`)
    drawn = lines.length
  }
  const plain = (text: string): void => terminal.err(`${text}\n`)

  const onRows = (table: string, written: number, total: number): void => {
    // The last rows of a table may be told of twice: when they leave, and when the chunk is whole.
    if (finished.has(table) && written >= total) return
    const now = terminal.now()
    const known = running.get(table)
    const one = known ?? { table, since: now, from: written, written, total, told: now }
    one.written = written
    one.total = total
    running.set(table, one)
    const done = written >= total
    if (done) running.delete(table)
    if (done) finished.add(table)
    else finished.delete(table)
    if (terminal.live) {
      if (done || known === undefined || now - last >= REDRAW) draw()
    } else if (done)
      plain(
        `${printable(table)}: ${spellRows(total)}${now - one.since >= 1 ? ` in ${spellDuration(now - one.since)}` : ''}`,
      )
    else if (known === undefined || now - one.told >= PLAIN) {
      one.told = now
      plain(spell(one, now))
    }
  }

  return {
    on: (event) => {
      if (event.kind === 'rows') onRows(event.table, event.written, event.total)
      else if (event.kind === 'step' && event.rows === 0 && !terminal.live)
        plain(printable(event.table === null ? event.step : `${event.step} ${event.table}`))
    },
    end: () => {
      running.clear()
      erase()
    },
  }
}

/** `orders  120,000 of 1,000,000 rows (12 %), 85,000 rows/s, 10 s left` */
function spell({ table, since, from, written, total }: Running, now: number): string {
  const rate = now - since < 500 ? 0 : (written - from) / ((now - since) / 1000)
  const share = total === 0 ? 100 : Math.floor((written / total) * 100)
  const speed =
    rate > 0 ? `, ${spellCount(Math.round(rate))} rows/s, ${spellDuration(((total - written) / rate) * 1000)} left` : ''
  return `${printable(table)}: ${spellCount(written)} of ${spellRows(total)} (${share} %)${speed}`
}
