import { csvRecords } from './csv-records.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Letters and records that are looked at. */
const LOOKED_AT = 64 * 1024
const RECORDS = 50

/**
 * What stands between the fields of a CSV text: that by which the first line has several fields and most others have as many; of several the one with most
 * fields. A comma where none is. `extension`: of `.tsv` a tab is thought of first.
 */
export function findDelimiter(text: string, extension: string): string {
  const sample = text.slice(0, LOOKED_AT)
  let best = { delimiter: extension === 'tsv' ? '\t' : ',', score: [0, 0, 0] }
  for (const delimiter of DELIMITERS) {
    const score = judge(sample, delimiter)
    if (score !== null && isBetter(score, best.score)) best = { delimiter, score }
  }
  return best.delimiter
}

/** By the first number that differs. */
function isBetter(score: readonly number[], other: readonly number[]): boolean {
  const at = score.findIndex((one, i) => one !== other[i])
  return at !== -1 && (score[at] as number) > (other[at] as number)
}

/**
 * The share of records that have as many fields as the first, how many these are, and whether no blank follows on the delimiter, as in prose; null where there is
 * one field.
 */
function judge(sample: string, delimiter: string): number[] | null {
  const [first, ...others] = csvRecords(sample, delimiter).records.slice(0, RECORDS)
  const fields = first?.fields.length ?? 1
  if (first === undefined || fields === 1) return null
  const tight = first.text.includes(`${delimiter} `) ? 0 : 1
  // The sample may end within a line.
  const whole = sample.length === LOOKED_AT ? others.slice(0, -1) : others
  const agreeing = whole.filter((record) => record.fields.length === fields).length
  return [whole.length === 0 ? 1 : agreeing / whole.length, fields, tight]
}
