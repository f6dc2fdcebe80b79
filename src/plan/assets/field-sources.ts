import type { Asset } from '../../model/assets/assets.ts'
import { foldName } from './fold-name.ts'
import { imageSources } from './image-sources.ts'
import { BODY, FILE_MEANINGS, MADE, MEANINGS } from './meanings.ts'

/** A column and the expression that suits it. */
export interface FieldSource {
  readonly column: string
  readonly expression: string
  readonly why: string
  /** They have the same name: what does not fit is an error. Otherwise it is only taken where everything fits. */
  readonly same: boolean
}

/** A field that items have. */
interface Field {
  readonly name: string
  readonly expression: string
}

const SIMPLE = /^[\p{L}_$][\p{L}\p{N}_$]*$/u

/**
 * Which fields of the items suit which columns: by the same name across naming styles, then by meaning. Each field is used once. `columns`: those that may be
 * given, in the order of the table.
 */
export function fieldSources(
  columns: readonly string[],
  items: readonly Asset[],
): { sources: FieldSource[]; unused: string[] } {
  const fields = fieldsOf(items)
  const open = new Set(columns)
  const free = new Set(fields)
  const sources: FieldSource[] = []
  const take = (source: FieldSource, field?: Field): void => {
    sources.push(source)
    open.delete(source.column)
    if (field !== undefined) free.delete(field)
  }
  const pictures = imageSources(columns, items)
  for (const source of pictures.sources) take(source)
  for (const field of fields) if (pictures.told.has(foldName(field.name))) free.delete(field)
  for (const column of open) {
    const field = fields.find((one) => free.has(one) && foldName(one.name) === foldName(column))
    if (field !== undefined) take({ column, expression: field.expression, why: 'same name', same: true }, field)
  }
  for (const { means, columns: known, fields: said } of MEANINGS) {
    const column = firstOf(known, [...open], (name) => name)
    const field = firstOf(said, [...free], ({ name }) => name)
    if (column !== null && field !== null)
      take({ column, expression: field.expression, why: means, same: false }, field)
  }
  if (fields.length === 0 || isPictures(items))
    for (const source of fileSources([...open], isStored(items))) take(source)
  for (const source of madeSources([...open], sources, fields)) take(source)
  return { sources, unused: [...free].filter(({ name }) => name !== BODY).map(({ name }) => name) }
}

const isPictures = (items: readonly Asset[]): boolean => items.every(({ image }) => image !== null)

const isStored = (items: readonly Asset[]): boolean => items.every(({ file }) => file.object !== undefined)

/** Keys of front matter, JSON or CSV, in the order in which they come, and the text. What files of several kinds call alike is one field. */
export function fieldsOf(items: readonly Asset[]): Field[] {
  const fields = new Map<string, Field & { readonly root: string }>()
  const add = (root: string, object: unknown): void => {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return
    for (const name of Object.keys(object)) {
      const expression = SIMPLE.test(name) ? `${root}.${name}` : `${root}['${name.replace(/[\\']/g, '\\$&')}']`
      if (!fields.has(expression)) fields.set(expression, { name, expression, root })
    }
  }
  for (const { frontmatter, json, csv } of items) {
    add('frontmatter', frontmatter)
    add('json', json)
    add('csv', csv)
  }
  const joined = joinedByName([...fields.values()])
  if (items.some(({ body }) => body !== null && body !== '')) joined.push({ name: BODY, expression: BODY })
  return joined
}

/** `csv.name` and `json.name` are one field: an item has the one or the other. */
function joinedByName(fields: readonly (Field & { readonly root: string })[]): Field[] {
  interface Joined {
    readonly name: string
    readonly roots: string[]
    readonly expressions: string[]
  }
  const joined: Joined[] = []
  const byName = new Map<string, Joined[]>()
  for (const { name, expression, root } of fields) {
    const alike = byName.get(foldName(name)) ?? []
    const same = alike.find(({ roots }) => !roots.includes(root))
    if (same === undefined) {
      const one = { name, roots: [root], expressions: [expression] }
      joined.push(one)
      byName.set(foldName(name), [...alike, one])
    } else {
      same.roots.push(root)
      same.expressions.push(expression)
    }
  }
  return joined.map(({ name, expressions }) => ({ name, expression: expressions.join(' | ') }))
}

function firstOf<Item>(wanted: readonly string[], items: readonly Item[], nameOf: (item: Item) => string): Item | null {
  for (const word of wanted) {
    const found = items.find((item) => foldName(nameOf(item)) === word)
    if (found !== undefined) return found
  }
  return null
}

/** What files say of themselves; those that are put into a bucket are known by their name there. */
function fileSources(open: readonly string[], stored: boolean): FieldSource[] {
  return FILE_MEANINGS.flatMap(({ columns, expression }) => {
    const column = firstOf(columns, open, (name) => name)
    if (column === null || (expression === 'file.bucket' && !stored)) return []
    const chosen = expression === 'file.path' && stored ? 'file.object' : expression
    return [{ column, expression: chosen, why: 'what the file says of itself', same: false as const }]
  })
}

/** Columns that can be made of the title and the text, which have columns of their own. */
function madeSources(
  open: readonly string[],
  sources: readonly FieldSource[],
  fields: readonly Field[],
): FieldSource[] {
  const title = sources.find(({ column }) => ['title', 'name', 'headline'].includes(foldName(column)))?.expression
  const body = fields.some(({ name, expression }) => name === BODY && expression === BODY) ? BODY : undefined
  return MADE.flatMap(({ columns, of, call }) => {
    const from = of === 'title' ? title : body
    const column = firstOf(columns, open, (name) => name)
    if (from === undefined || column === null) return []
    return [
      { column, expression: `${call}(${from})`, why: `made of the ${of === 'title' ? 'title' : 'text'}`, same: false },
    ]
  })
}
