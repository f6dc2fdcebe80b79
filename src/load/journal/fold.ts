import type { ChunkPart, JournalLine } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'

type Line<Kind extends JournalLine['kind']> = Extract<JournalLine, { kind: Kind }>

/** A chunk as the journal tells of it. */
export interface ChunkRecord {
  readonly id: string
  readonly xid: string
  readonly parts: readonly ChunkPart[]
  readonly harvested: readonly Line<'harvest'>[]
}

/** A run as the journal tells of it. */
export interface RunRecord {
  readonly run: string
  /** Hash of its plan. */
  readonly plan: string
  readonly at: string
  /** Ended, or given up. */
  readonly finished: boolean
  /** Committed, in that order. */
  readonly done: readonly ChunkRecord[]
  /** Begun, and nobody knows what became of them. */
  readonly open: readonly ChunkRecord[]
  /** Tables that were cleaned after it. */
  readonly cleaned: ReadonlySet<ObjectId>
}

/** What the lines of a journal come to. */
export interface Folded {
  /** In order; those that were cleaned are left out. */
  readonly runs: readonly RunRecord[]
  /** Tables that held rows of others when supa-seed first came; null when no run was ever begun. */
  readonly reference: readonly ObjectId[] | null
  /** The dataset that is there; null: none was chosen. */
  readonly dataset: string | null
}

/** The name under which a whole run is given up (`undone`): it is not taken up again, what was committed stays. */
export const WHOLE_RUN = '*'

/** Folds the lines of a journal. */
export function fold(lines: readonly JournalLine[]): Folded {
  let runs = new Map<string, Draft>()
  let reference: readonly ObjectId[] | null = null
  let dataset: string | null = null
  for (const line of lines) {
    if (line.kind === 'journal') continue
    if (line.kind === 'run') {
      reference ??= line.reference
      dataset = line.dataset ?? null
      runs.set(line.run, new Draft(line))
    } else if (line.kind === 'dataset') {
      dataset = line.dataset
    } else if (line.kind === 'cleaned') {
      if (line.tables) for (const run of runs.values()) run.clean(line.tables)
      else runs = new Map()
    } else {
      runs.get(line.run)?.take(line)
    }
  }
  return { runs: [...runs.values()], reference, dataset }
}

interface DraftChunk extends ChunkRecord {
  harvested: Line<'harvest'>[]
}

class Draft implements RunRecord {
  readonly run: string
  readonly plan: string
  readonly at: string
  finished = false
  readonly cleaned = new Set<ObjectId>()
  readonly #done = new Map<string, ChunkRecord>()
  /** The attempt at each chunk that has no fate yet. */
  readonly #open = new Map<string, DraftChunk>()
  /** Attempts without a fate that were followed by another one. */
  readonly #lost: ChunkRecord[] = []

  constructor(line: Line<'run'>) {
    this.run = line.run
    this.plan = line.plan
    this.at = line.at
  }

  get done(): readonly ChunkRecord[] {
    return [...this.#done.values()]
  }

  get open(): readonly ChunkRecord[] {
    return [...this.#lost, ...this.#open.values()]
  }

  /** Rows that triggers made go with the last of the tables whose chunk made them. */
  clean(tables: readonly ObjectId[]): void {
    for (const table of tables) this.cleaned.add(table)
    for (const [id, chunk] of this.#done) {
      const parts = chunk.parts.filter(({ table }) => !tables.includes(table))
      const made = parts.length > 0 || chunk.parts.length === 0 ? chunk.harvested : []
      const harvested = made.filter(({ table }) => !tables.includes(table))
      if (parts.length + harvested.length > 0) this.#done.set(id, { ...chunk, parts, harvested })
      else this.#done.delete(id)
    }
  }

  take(line: Line<'intent' | 'done' | 'undone' | 'harvest' | 'finished'>): void {
    if (line.kind === 'finished' || line.chunk === WHOLE_RUN) {
      this.finished = true
      return
    }
    const open = this.#open.get(line.chunk)
    if (line.kind === 'harvest') {
      open?.harvested.push(line)
      return
    }
    if (line.kind === 'intent') {
      if (open) this.#lost.push(open)
      this.#open.set(line.chunk, { id: line.chunk, xid: line.xid, parts: line.parts, harvested: [] })
      return
    }
    this.#open.delete(line.chunk)
    if (line.kind === 'done' && open) this.#done.set(line.chunk, open)
  }
}
