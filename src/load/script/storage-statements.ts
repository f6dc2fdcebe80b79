import type { ObjectId } from '../../model/name.ts'
import type { Rows } from '../../values/rows/rows.ts'
import type { InventedKeys } from './invented-keys.ts'
import { literal } from './literal.ts'
import { rowLiterals } from './row-literals.ts'

/** Files of Supabase Storage whose bytes go another way, and what is known of its tables. */
export interface ScriptStorage {
  readonly buckets: readonly ScriptBucket[]
  readonly objects: readonly ScriptObject[]
  /** Columns of storage.objects that are there. */
  readonly columns: ReadonlySet<string>
}

export interface ScriptBucket {
  readonly name: string
  readonly public: boolean
  /** Bytes; null: no limit of its own. */
  readonly fileSizeLimit: number | null
  readonly allowedMimeTypes: readonly string[] | null
}

/** An object and whose it is: the user that a column of a row leads to. */
export interface ScriptObject {
  readonly bucket: string
  readonly name: string
  /** What stands beside it. */
  readonly mark: string
  readonly table: ObjectId
  readonly row: number
  readonly column: string
}

/** Rows of one statement at most. */
const ROWS = 500
/** Where an upload meets a row without a version, Storage takes the place of all its versions away. */
const NO_VERSION = '00000000-0000-0000-0000-000000000000'

/**
 * Says whose objects are before they are uploaded with a key that is nobody's: Storage keeps the owner of a row that it finds. Objects that are there already get
 * theirs where nothing is said of it.
 */
export function* storageStatements(rows: Rows, keys: InventedKeys, storage: ScriptStorage): Generator<string> {
  const { columns, buckets } = storage
  const owned = storage.objects.flatMap((object) => {
    const read = rowLiterals(rows.table(object.table), [object.column], keys, { as: 'final', typed: false })
    const [owner = 'null'] = read(object.row)
    return owner === 'null' ? [] : [{ ...object, owner }]
  })
  if (owned.length === 0) return
  const named = new Set(owned.map(({ bucket }) => bucket))
  yield bucketStatement(buckets.filter(({ name }) => named.has(name)))
  const both = columns.has('owner')
  const extra = [
    both ? 'owner' : null,
    columns.has('version') ? 'version' : null,
    columns.has('user_metadata') ? 'user_metadata' : null,
  ]
  const given = { owner: 'v.owner::uuid', version: literal(NO_VERSION), user_metadata: 'v.mark::jsonb' }
  const more = extra.filter((name) => name !== null) as (keyof typeof given)[]
  for (let at = 0; at < owned.length; at += ROWS) {
    const values = owned
      .slice(at, at + ROWS)
      .map(({ bucket, name, owner, mark }) => `(${literal(bucket)}, ${literal(name)}, ${owner}, ${literal(mark)})`)
    const v = `(values\n${values.join(',\n')}) as v(bucket, name, owner, mark)`
    yield `insert into storage.objects (${['bucket_id', 'name', 'owner_id', ...more].join(', ')})\n` +
      `select ${['v.bucket', 'v.name', 'v.owner', ...more.map((name) => given[name])].join(', ')} from ${v}\non conflict do nothing;\n`
    yield `update storage.objects o set owner_id = v.owner${both ? ', owner = v.owner::uuid' : ''} from ${v}\n` +
      'where o.bucket_id = v.bucket and o.name = v.name and o.owner_id is null;\n'
  }
}

function bucketStatement(buckets: readonly ScriptBucket[]): string {
  const lines = buckets.map(({ name, public: isPublic, fileSizeLimit, allowedMimeTypes }) => {
    const types =
      allowedMimeTypes === null ? 'null' : `array[${allowedMimeTypes.map((type) => literal(type)).join(', ')}]::text[]`
    return `(${literal(name)}, ${literal(name)}, ${isPublic}, ${fileSizeLimit ?? 'null'}, ${types})`
  })
  return `insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values\n${lines.join(',\n')}\non conflict do nothing;\n`
}
