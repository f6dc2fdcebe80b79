import type { ColumnWish, Config } from '../../model/config.ts'
import { instantAt, isMoment, type Moment } from '../../model/given/moment.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { ColumnStudy, Study } from '../../model/study.ts'
import type { Encoding, Value } from '../../model/value.ts'
import type { Scope, ScopeTable } from '../scope.ts'

const DAY = 86_400_000

/** The scope with a time in place of each moment that the configuration tells from `now`. @throws SeedError `moment-unfit` where a column holds no times. */
export const settleMoments = (scope: Scope, study: Study, now: number): Scope => ({
  ...scope,
  tables: scope.tables.map((table) => settleTable(table, study, now)),
})

/** The same for the metadata of users: JSON takes ISO texts. */
export function settleUserMoments(config: Config, now: number): Config {
  if (config.users === null) return config
  const settled = (value: Readonly<Record<string, Value>>) =>
    mapped(value, (one) => new Settling(undefined, now, 'users').value(one))
  const { metadata, appMetadata } = config.users
  return {
    ...config,
    users: { ...config.users, metadata: settled(metadata), appMetadata: settled(appMetadata) },
  }
}

function settleTable(table: ScopeTable, study: Study, now: number): ScopeTable {
  const columns = study.tables[table.relation.id]?.columns ?? {}
  const settled = (name: string, path: string) => new Settling(columns[name], now, path)
  const wish =
    table.wish === null
      ? null
      : {
          ...table.wish,
          columns: mapped(table.wish.columns, (one, name) =>
            settled(name, `tables.${table.relation.id}.columns.${name}`).wish(one),
          ),
        }
  const fixtures = table.fixtures.map((one) => ({
    ...one,
    values: mapped(one.values, (value, name) => settled(name, `${one.path}.${name}`).value(value)),
  }))
  return { ...table, wish, fixtures }
}

/** Keys of the user: the record has no prototype. */
const mapped = <Entry>(record: Readonly<Record<string, Entry>>, to: (entry: Entry, name: string) => Entry) =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(record).map(([name, entry]) => [name, to(entry, name)])),
  ) as Record<string, Entry>

/** What is said of one column. */
class Settling {
  readonly #study: ColumnStudy | undefined
  readonly #now: number
  readonly #path: string

  constructor(study: ColumnStudy | undefined, now: number, path: string) {
    this.#study = study
    this.#now = now
    this.#path = path
  }

  wish(wish: ColumnWish): ColumnWish {
    switch (wish.kind) {
      case 'value':
        return { ...wish, value: this.value(wish.value) }
      case 'values':
        return { ...wish, values: wish.values.map((one) => this.value(one)) }
      case 'bounds':
        return { ...wish, min: this.#edge(wish.min), max: this.#edge(wish.max) }
      case 'shape':
        return { ...wish, options: mapped(wish.options, (one) => this.#option(one, wish.shape)) }
      default:
        return wish
    }
  }

  value(value: Value): Value {
    return holdsMoment(value) ? this.#settled(value, this.#study?.encoding ?? { kind: 'json' }) : value
  }

  #settled(value: Value, encoding: Encoding): Value {
    if (isMoment(value)) return this.#at(value, encoding)
    if (!isRecord(value) && !Array.isArray(value)) return value
    const inner = innerOf(encoding)
    if (Array.isArray(value)) return value.map((one) => this.#settled(one, inner))
    return mapped(value as Readonly<Record<string, Value>>, (one) => this.#settled(one, inner))
  }

  #at(moment: Moment, encoding: Encoding): Value {
    const instant = instantAt(moment, this.#now)
    if (encoding.kind === 'timestamp') return instant
    if (encoding.kind === 'date') return Math.floor(instant / DAY)
    if (encoding.kind === 'json') return new Date(instant).toISOString()
    throw this.#unfit(moment)
  }

  /** Milliseconds: bounds of times are counted so, of days too. */
  #edge(edge: Extract<ColumnWish, { kind: 'bounds' }>['min']): number | string | null {
    if (!isMoment(edge)) return edge
    const kind = this.#study?.encoding.kind
    if (kind !== 'timestamp' && kind !== 'date') throw this.#unfit(edge)
    return instantAt(edge, this.#now)
  }

  #option(value: Value, shape: string): Value {
    if (!isMoment(value)) return value
    const instant = instantAt(value, this.#now)
    return shape === 'timestamp' ? instant : Math.floor(instant / DAY)
  }

  #unfit(moment: Moment): SeedError {
    const word = '$ago' in moment ? `ago('${moment.$ago}')` : `ahead('${moment.$ahead}')`
    return new SeedError({
      code: 'moment-unfit',
      message: `${word} is a moment, and the column ${this.#study?.name ?? ''} holds none.`,
      place: { path: this.#path },
      expected: 'a column of timestamptz, timestamp or date',
      found: this.#study?.base ?? 'nothing',
      next: 'Give the column a value of its own type; a time of day is a text such as "09:30".',
    })
  }
}

const isRecord = (value: Value): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !Array.isArray(value)

function holdsMoment(value: Value): boolean {
  if (isMoment(value)) return true
  if (Array.isArray(value)) return value.some(holdsMoment)
  return isRecord(value) && Object.values(value as object).some(holdsMoment)
}

/** What stands in a list or a range of that type. */
const innerOf = (encoding: Encoding): Encoding => ('element' in encoding ? encoding.element : encoding)
