import type { Queryable } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import type { JournalLine } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import { type Harvested, writeAndHarvest } from '../harvest/harvest.ts'
import { signIn } from '../sign-in.ts'
import { beginChunk } from './advisory-lock.ts'
import { ATTEMPTS, pause } from './attempts.ts'
import type { Chunk, LoadContext } from './chunk.ts'
import { chunkScope } from './chunk-scope.ts'
import { errorKind } from './error-kind.ts'
import { interrupted } from './interrupted.ts'
import { RowError, RowsDropped } from './row-error.ts'
import { awaitFate, type Fate } from './transaction-fate.ts'

/**
 * Writes one chunk, whole or not at all, and keeps the journal: intent (fsynced), rows, harvest, COMMIT, done. What got in the way (deadlocks, a lost
 * connection) is met by another attempt; whether a COMMIT that was never answered happened, the server is asked.
 * Throws RowError and RowsDropped for what another attempt would not mend.
 */
export async function runChunk(context: LoadContext, chunk: Chunk): Promise<void> {
  if (context.signal?.aborted) throw interrupted()
  await chunk.before?.((table, rows) => context.tally.sent(table, rows))
  for (let attempt = 1; ; attempt++) {
    if (context.signal?.aborted) throw interrupted()
    const work = new Attempt(context, chunk)
    try {
      await context.db.transaction((tx) => work.write(tx), {
        isolation: chunk.harvest ? 'repeatable read' : 'read committed',
        searchPath: 'own',
      })
    } catch (error) {
      const cause = error instanceof RowError ? error.cause : error
      const kind = errorKind(cause)
      const fate = kind === 'lost' ? await work.fate() : 'aborted'
      if (fate !== 'committed') {
        await work.undone(cause, fate)
        if (kind === 'refused' || attempt === ATTEMPTS || fate === 'in progress') throw error
        await pause(attempt)
        continue
      }
    }
    await work.done()
    return
  }
}

/** One attempt at a chunk, and what it has left behind. */
class Attempt {
  readonly #context: LoadContext
  readonly #chunk: Chunk
  /** Set as soon as the intent is in the journal. */
  #xid: string | null = null
  #counts: readonly number[] = []
  #made: readonly Harvested[] = []
  #findings: readonly Finding[] = []
  readonly #sent = new Map<ObjectId, number>()

  constructor(context: LoadContext, chunk: Chunk) {
    this.#context = context
    this.#chunk = chunk
  }

  async write(tx: Queryable): Promise<void> {
    const { journal, run } = this.#context
    const { id, parts, harvest, deferred, kind } = this.#chunk
    const xid = await beginChunk(tx)
    await journal.append([{ kind: 'intent', run, chunk: id, xid, parts }], true)
    this.#xid = xid
    if (deferred) await tx.execute('set constraints all deferred')
    await this.#signIn(tx)
    await this.#lookBeside(tx)
    if (harvest) await this.#writeAndHarvest(tx)
    else this.#counts = await this.#chunk.write(tx, this.#tell)
    await this.#keepMade()
    for (const [i, { table, from, to }] of parts.entries()) {
      const found = this.#counts[i] ?? 0
      if (kind === 'insert' && found !== to - from) throw new RowsDropped(table, from, to, found)
    }
  }

  /** As whom the plan says, where it does. */
  async #signIn(tx: Queryable): Promise<void> {
    const { plan, rows } = this.#context
    const wanting = this.#chunk.parts.flatMap(({ table }) => rows.table(table).plan.signedIn ?? [])[0]
    if (wanting !== undefined) await signIn(tx, plan, rows, wanting)
  }

  /** What triggers made before the transaction began. */
  async #lookBeside(tx: Queryable): Promise<void> {
    const { made, findings } = (await this.#chunk.beside?.(tx)) ?? { made: [], findings: [] }
    this.#made = made
    this.#findings = findings
  }

  async #writeAndHarvest(tx: Queryable): Promise<void> {
    const { result, harvested, findings } = await writeAndHarvest(tx, chunkScope(this.#context, this.#chunk), () => {
      this.#unsend()
      return this.#chunk.write(tx, this.#tell)
    })
    this.#counts = result
    this.#made = [...this.#made, ...harvested]
    this.#findings = [...this.#findings, ...findings]
  }

  /** Before the commit, so that none of these rows is ever forgotten. */
  async #keepMade(): Promise<void> {
    const { journal, run } = this.#context
    const lines = this.#made.map((found): JournalLine => ({ kind: 'harvest', run, chunk: this.#chunk.id, ...found }))
    if (lines.length > 0) await journal.append(lines, true)
  }

  /** What became of the transaction after the connection was lost. */
  async fate(): Promise<Fate> {
    if (this.#xid === null) return 'aborted'
    const fate = await awaitFate(this.#context.db, this.#xid)
    // Seconds old, and yet unknown to the server: another server answers now, and that one has no such rows.
    return fate === 'unknown' ? 'aborted' : fate
  }

  async done(): Promise<void> {
    const { journal, run, tally, findings } = this.#context
    const { id, parts, kind } = this.#chunk
    await journal.append([{ kind: 'done', run, chunk: id, inserted: this.#counts }])
    for (const [i, { table }] of parts.entries()) tally.committed(kind, table, this.#counts[i] ?? 0)
    for (const { table, keys } of this.#made) tally.harvested(table, keys.length)
    for (const found of this.#findings) {
      if (findings.some(({ id: known }) => known === found.id)) continue
      findings.push(found)
      tally.note(found)
    }
  }

  async undone(cause: unknown, fate: Fate): Promise<void> {
    const { journal, run } = this.#context
    this.#unsend()
    if (this.#xid === null || fate === 'in progress') return
    const why = cause instanceof Error ? cause.message : String(cause)
    await journal.append([{ kind: 'undone', run, chunk: this.#chunk.id, why }])
  }

  #unsend(): void {
    for (const [table, rows] of this.#sent) this.#context.tally.sent(table, -rows)
    this.#sent.clear()
  }

  #tell = (table: ObjectId, rows: number): void => {
    this.#sent.set(table, (this.#sent.get(table) ?? 0) + rows)
    this.#context.tally.sent(table, rows)
  }
}
