import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import type { Asset } from '../../model/assets/assets.ts'
import type { Relation } from '../../model/catalog.ts'
import { SeedError } from '../../model/seed-error.ts'

/** What rows are read from. */
interface Given {
  readonly relation: Relation | undefined
  readonly columns: readonly string[]
  readonly text: (row: number, column: string) => string | null
  /** The item that the row is made of; null: none, or it is gone. */
  readonly item: (row: number) => Asset | null
  /** The item's own members come before columns of the same name. */
  readonly itemFirst: boolean
}

const ROW = Symbol('row')

/** The number of a row that was seen; undefined for one that is still to be made. */
export const rowOf = (seen: object): number | undefined => (seen as { readonly [ROW]?: number })[ROW]

/** Shows rows as objects with their columns, and what is said by the items that they are made of. Nothing is worked out before it is looked at. */
export function seeing(given: Given): (row: number) => AssociatedRow {
  const shape: object = Object.create(null)
  const [first, then] = given.itemFirst ? [showItem, showColumns] : [showColumns, showItem]
  then(shape, given)
  first(shape, given)
  const seen = new Map<number, AssociatedRow>()
  return (row) => {
    const known = seen.get(row)
    if (known !== undefined) return known
    const made: AssociatedRow = Object.create(shape, { [ROW]: { value: row } })
    seen.set(row, made)
    return made
  }
}

function show(shape: object, name: string, value: (row: number) => unknown): void {
  Object.defineProperty(shape, name, {
    get(this: object) {
      return value(rowOf(this) as number)
    },
    enumerable: true,
    configurable: true,
  })
}

function showColumns(shape: object, given: Given): void {
  const column = columnOf(given)
  for (const name of given.columns) show(shape, name, column(name))
}

const columnOf =
  ({ relation, text }: Given) =>
  (name: string): ((row: number) => unknown) => {
    const type = relation?.columns.find((column) => column.name === name)?.typeName ?? 'text'
    return (row) =>
      read(
        type,
        whereThere(() => text(row, name)),
      )
  }

function showItem(shape: object, given: Given): void {
  const column = columnOf(given)
  const member = (name: string, of: (asset: Asset) => unknown, none: unknown): void => {
    const own = given.columns.includes(name) ? column(name) : () => none
    show(shape, name, (row) => {
      const asset = given.item(row)
      return asset === null ? own(row) : whereThere(() => of(asset))
    })
  }
  member('name', (asset) => asset.file.name, undefined)
  member('path', (asset) => asset.file.path, undefined)
  member('file', (asset) => asset.file, undefined)
  member('frontmatter', (asset) => asset.frontmatter ?? {}, {})
  member('body', (asset) => asset.body, null)
  member('json', (asset) => asset.json, null)
  member('csv', (asset) => asset.csv, null)
  member('image', (asset) => asset.image, null)
}

/** Of rows whose files are gone only their keys are known. */
function whereThere<Made>(make: () => Made): Made | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof SeedError && (error.code === 'asset-missing' || error.code === 'asset-changed')) return null
    throw error
  }
}

/** A text that Postgres prints as what it says. */
function read(type: string, text: string | null): unknown {
  if (text === null) return null
  if (type === 'boolean') return text === 't' || text === 'true'
  if (/^(smallint|integer|bigint|real|double precision|numeric|decimal)\b/.test(type) && !type.endsWith('[]')) {
    const number = Number(text)
    return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : text
  }
  if (/^jsonb?$/.test(type)) return JSON.parse(text)
  if (/^(timestamp|date)/.test(type) && !type.endsWith('[]')) return instant(text)
  return text
}

/** `2026-01-31 10:20:30+00` as an ISO text. */
function instant(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const [, day, time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d(?::\d\d)?)?$/.exec(text) ?? []
  if (day === undefined) return text
  const date = new Date(`${day}T${time}${zone === '' ? 'Z' : zone.length === 3 ? `${zone}:00` : zone}`)
  return Number.isNaN(date.getTime()) ? text : date.toISOString()
}
