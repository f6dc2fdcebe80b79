import type { AssetPoolWish, Config, CsvWish, ReferenceWish, RulesWish, UploadWish } from '../model/config.ts'
import type { ConfigInput } from './schema.ts'
import { selectionWish } from './selection-wish.ts'

type PoolInput = NonNullable<ConfigInput['assetPools']>[string]

/** The pools of the configuration in the one form that is read. */
export function assetPools(input: ConfigInput['assetPools']): Config['assetPools'] {
  const pools: Record<string, AssetPoolWish> = Object.create(null)
  for (const [name, pool] of Object.entries(input ?? {})) {
    const { path, table = null, fields = null, fallbacks = {}, priority = 0, selection, references, merge } = pool
    const upload = uploadOf(name, pool)
    pools[name] = {
      path: typeof path === 'string' ? [path] : path,
      table,
      fields: fields === null ? null : Object.assign(Object.create(null), fields),
      ...(Object.keys(fallbacks).length === 0 ? {} : { fallbacks: Object.assign(Object.create(null), fallbacks) }),
      ...(priority === 0 ? {} : { priority }),
      ...readingOf(pool),
      ...(upload === null ? {} : { upload }),
      ...(merge === undefined ? {} : { merge: true }),
      ...(references === undefined ? {} : { references: referenceWishes(references) }),
      ...(selection === undefined ? {} : { selection: selectionWish(selection) }),
    }
  }
  return pools
}

type Reading = Pick<AssetPoolWish, 'per' | 'csv' | 'rules' | 'strict' | 'allowOutside'>

/** How its files are read. */
function readingOf({ per, ...pool }: PoolInput): Reading {
  const csv = csvOf(pool)
  const rules = rulesOf(pool)
  return {
    ...(per === undefined ? {} : { per }),
    ...(csv === null ? {} : { csv }),
    ...(rules === null ? {} : { rules }),
    ...(pool.strict === true ? { strict: true } : {}),
    ...(pool.allowOutside === true ? { allowOutside: true } : {}),
  }
}

/** What its items must be like. */
function rulesOf({
  requiredFrontmatter,
  optionalFrontmatter,
  validation,
  schema,
}: Partial<PoolInput>): RulesWish | null {
  if ([requiredFrontmatter, optionalFrontmatter, validation, schema].every((one) => one === undefined)) return null
  return {
    required: requiredFrontmatter ?? [],
    optional: optionalFrontmatter ?? null,
    types: Object.assign(Object.create(null), validation),
    schema: (schema ?? null) as RulesWish['schema'],
  }
}

function csvOf({ delimiter, header, columns }: Pick<PoolInput, 'delimiter' | 'header' | 'columns'>): CsvWish | null {
  if (delimiter === undefined && header === undefined && columns === undefined) return null
  return { delimiter: delimiter ?? null, header: header ?? true, columns: columns ?? null }
}

function referenceWishes(input: NonNullable<PoolInput['references']>): Record<string, ReferenceWish> {
  const wishes: Record<string, ReferenceWish> = Object.create(null)
  for (const [field, said] of Object.entries(input)) {
    const { by = null, onMissing = 'error' } = typeof said === 'string' ? { onMissing: said } : said
    wishes[field] = { by, onMissing }
  }
  return wishes
}

function uploadOf(pool: string, { upload, bucket = pool, owner }: PoolInput): UploadWish | null {
  if (upload === undefined) return null
  const said: Exclude<typeof bucket, string> = typeof bucket === 'string' ? { name: bucket } : bucket
  return {
    by: upload,
    bucket: said.name,
    folder: said.folder ?? '',
    public: said.public ?? false,
    fileSizeLimit: said.fileSizeLimit === undefined ? null : bytesOf(said.fileSizeLimit),
    allowedMimeTypes: said.allowedMimeTypes ?? null,
    owner: owner ?? null,
  }
}

const UNITS: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }

/** `5MB` and `5MiB` are the same number of bytes, as for the Supabase CLI. */
function bytesOf(size: number | string): number {
  if (typeof size === 'number') return size
  return Math.floor(Number.parseFloat(size) * (UNITS[/[kmg]/i.exec(size)?.[0].toLowerCase() ?? ''] ?? 1))
}
