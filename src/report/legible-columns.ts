import type { SampleRows } from '../model/reports/report.ts'

/** A column of sample rows as a page has room for it. */
export interface LegibleColumn {
  readonly name: string
  /** Place among the sample's columns. */
  readonly at: number
  /** Numbers stand right. */
  readonly align: 'left' | 'right'
  /** Texts for people; the rest are keys, hashes and times. */
  readonly interest: 'text' | 'number' | 'time' | 'key'
  readonly cells: readonly string[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/
const NUMBER = /^[+-]?\d+(\.\d+)?$/
const HASH = /^(\$2[aby]\$|[0-9a-f]{32,}$)/i
/** Characters of a text that any page shows. */
const LONGEST = 120

/** The columns that have something to show, each told by its values; keys and times are cut to what is worth reading, `mark` tells where. */
export function legibleColumns({ columns, rows }: SampleRows, mark = '…'): readonly LegibleColumn[] {
  return columns.flatMap((name, at) => {
    const values = rows.map((row) => row[at] ?? null)
    const known = values.filter((value) => value !== null && value !== '')
    if (known.length === 0) return []
    const is = (pattern: RegExp): boolean => known.every((value) => value !== null && pattern.test(value))
    const interest = is(UUID) || is(HASH) ? 'key' : is(TIME) ? 'time' : is(NUMBER) ? 'number' : 'text'
    const cells = values.map((value) => (value === null ? 'NULL' : spell(value, interest, mark)))
    return [{ name, at, align: interest === 'number' ? 'right' : 'left', interest, cells } as const]
  })
}

function spell(value: string, interest: LegibleColumn['interest'], mark: string): string {
  if (value === '') return "''"
  // Keys of neighbouring rows differ at their end, hashes anywhere.
  if (UUID.test(value)) return `${mark}${value.slice(-6)}`
  if (interest === 'key') return `${value.slice(0, 6)}${mark}`
  if (interest === 'time') return value.slice(0, 16).replace('T', ' ')
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}${mark}` : value
}
