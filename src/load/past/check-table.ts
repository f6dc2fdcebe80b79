import type { Database } from '../../model/database.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { OwnRows } from './history.ts'
import { probe, sheetOfKeys } from './probe.ts'

/** Of one table: which of the rows that the journal speaks of are there. */
export interface Checked {
  /** False: nobody could look, so the journal is believed. */
  readonly looked: boolean
  /** Parts of which at least one row was found (or all, when nobody could look). */
  readonly there: readonly OwnRows[]
  readonly gone: readonly OwnRows[]
  /** Keys looked up and found. */
  readonly asked: number
  readonly found: number
}

/** Parts that are looked at when all is well: the first, the last, and some between. */
const SAMPLE = 8
/** Keys of a part that are looked up before it is believed to be gone, and keys of all such parts together. */
const THOROUGH = 500
const AT_ONCE = 20_000

/** Probes the first and last key of some parts of a table; when one is missing, of all, and of those that seem to be gone many more. */
export async function checkTable(db: Database, parts: readonly OwnRows[]): Promise<Checked> {
  const sample = spaced(parts.length, SAMPLE).flatMap((i) => parts[i] ?? [])
  const first = await ask(db, sample, ends)
  if (first === null) return { looked: false, there: parts, gone: [], asked: 0, found: 0 }
  if (first.every(({ found, asked }) => found === asked)) return checked(parts, first)
  const all = (await ask(db, parts, ends)) ?? []
  const doubtful = parts.filter((_, i) => all[i]?.found === 0)
  const many = Math.max(2, Math.min(THOROUGH, Math.floor(AT_ONCE / Math.max(doubtful.length, 1))))
  const again = (await ask(db, doubtful, (part) => spaced(part.to - part.from, many).map((i) => part.from + i))) ?? []
  const gone = new Set(doubtful.filter((_, i) => again[i]?.found === 0))
  return {
    ...checked(
      parts.filter((part) => !gone.has(part)),
      [...all, ...again],
    ),
    gone: [...gone],
  }
}

const checked = (there: readonly OwnRows[], answers: readonly Answer[]): Checked => ({
  looked: true,
  there,
  gone: [],
  asked: answers.reduce((sum, { asked }) => sum + asked, 0),
  found: answers.reduce((sum, { found }) => sum + found, 0),
})

interface Answer {
  readonly asked: number
  readonly found: number
}

const ends = ({ from, to }: OwnRows): number[] => (to - from === 1 ? [from] : [from, to - 1])

/** Looks up some rows of each part; null when the table cannot be read. Parts of one plan go together, as their keys do. */
async function ask(
  db: Database,
  parts: readonly OwnRows[],
  pick: (part: OwnRows) => readonly number[],
): Promise<Answer[] | null> {
  const answers = new Map<OwnRows, Answer>()
  for (const [rows, group] of byPlan(parts)) {
    const picked = group.map(pick)
    const keys = picked.flat().map((row) => rows.key(row))
    const probed = await probe(db, rows.plan.id, rows.plan.key, sheetOfKeys(rows.plan.key.columns.length, keys))
    if (probed.kind === 'unreadable') return null
    let at = 0
    for (const [i, part] of group.entries()) {
      const asked = picked[i]?.length ?? 0
      const found = probed.kind === 'rows' ? probed.there.slice(at, at + asked).filter(Boolean).length : 0
      answers.set(part, { asked, found })
      at += asked
    }
  }
  return parts.map((part) => answers.get(part) ?? { asked: 0, found: 0 })
}

function byPlan(parts: readonly OwnRows[]): Map<TableRows, OwnRows[]> {
  const groups = new Map<TableRows, OwnRows[]>()
  for (const part of parts) {
    const group = groups.get(part.rows) ?? []
    group.push(part)
    groups.set(part.rows, group)
  }
  return groups
}

/** At most `wanted` numbers below `count`, evenly spaced, the first and the last among them. */
function spaced(count: number, wanted: number): number[] {
  if (count <= wanted) return Array.from({ length: count }, (_, i) => i)
  return Array.from({ length: wanted }, (_, i) => Math.round((i * (count - 1)) / (wanted - 1)))
}
