import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Asset } from '../../model/assets/assets.ts'
import type { Queryable } from '../../model/database.ts'
import type { PlannedFile } from './planned-files.ts'

/** Stands beside an object of ours in its bucket: the pool that it is of. */
export const MARK = 'supa-seed'

/** An object as Supabase Storage keeps it. Null: it is not said. */
export interface StoredObject {
  readonly name: string
  readonly size: number | null
  /** SHA-256 (hex) of what we have put there. */
  readonly digest: string | null
  readonly pool: string | null
}

/** Objects of a bucket by their names; `names` null: all. */
export async function objectsThere(
  db: Queryable,
  bucket: string,
  names: readonly string[] | null,
): Promise<Map<string, StoredObject>> {
  // Columns differ between versions of Storage: a member that is not there is NULL.
  const rows = await db.query<{ name: string; metadata: string | null; mark: string | null }>(
    `select o.name, pg_catalog.to_jsonb(o) ->> 'metadata' as metadata, pg_catalog.to_jsonb(o) ->> 'user_metadata' as mark
     from storage.objects o where o.bucket_id = $1 and ($2::text[] is null or o.name = any($2::text[]))`,
    [bucket, names],
  )
  return new Map(
    rows.map(({ name, metadata, mark }) => {
      const said = members(mark)
      const size = members(metadata).size
      const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
      return [
        name,
        { name, size: typeof size === 'number' ? size : null, digest: text(said.sha256), pool: text(said[MARK]) },
      ]
    }),
  )
}

/** Servers are found that keep the document as a text inside of a document. */
function members(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'string') return members(value)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const digests = new WeakMap<Asset, Promise<string>>()

/** SHA-256 (hex) of a file as it was read, once for each. */
export function digestOf(root: string, { source, asset }: PlannedFile): Promise<string> {
  // Of a picture with nothing beside it, it is known.
  if (asset.image !== null && asset.json === null) return Promise.resolve(asset.digest)
  const known = digests.get(asset) ?? digestOfFile(join(root, source))
  digests.set(asset, known)
  return known
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
