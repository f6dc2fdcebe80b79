import type { Callables } from '../callables.ts'
import type { Finding } from '../finding.ts'
import type { Value } from '../value.ts'
import type { AssetImage } from './asset-image.ts'

/** One item of the user's own content: a file, or an item of a file that holds several. */
export interface Asset {
  /** Its path under the folder of the pool, `/` between the parts; for an item of a list and `#` its own id, slug or key, else its number from 1. */
  readonly identity: string
  /** SHA-256 (hex) of its content. */
  readonly digest: string
  readonly file: AssetFile
  /** As in a message: the path from the folder of the configuration. */
  readonly place: string
  /** Of markdown; null for other files. Keys that the user wrote: own properties only. */
  readonly frontmatter: { readonly [key: string]: Value } | null
  /**
   * The text of markdown (without its front matter) and of plain text, line ends as `\n`; null for other files. Read when it is asked for, unless it is a line: throws
   * SeedError `asset-changed` or `asset-missing` where the file is not as it was.
   */
  readonly body: string | null
  /** An item of a JSON or YAML file; null for other files. */
  readonly json: Value
  /** A record of a CSV file by the names of its columns, texts as they are written; null for other files. */
  readonly csv: { readonly [column: string]: string } | null
  /** Of pictures; null for other files. What stands in a file beside it is its `json`. */
  readonly image: AssetImage | null
}

/** What a file says of itself before it is opened. */
export interface AssetFile {
  /** `atmos.svg` */
  readonly name: string
  /** `atmos` */
  readonly stem: string
  /** `svg`: lower case, without the dot; empty where there is none. */
  readonly extension: string
  /** Under the folder of the pool: `packs/atmos.svg`. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Media type, by extension (of a picture by its content): `image/svg+xml`; `application/octet-stream` where it is not known. */
  readonly type: string
  /** Of pools whose files are put into a bucket: its name, the name of the file there, and where it lies on disk (from the root). */
  readonly bucket?: string
  readonly object?: string
  readonly source?: string
}

/**
 * A file of many records that is too large to be held (CSV, JSON Lines): its items are read when they are asked for, and are the same as then. Throws SeedError
 * `asset-changed` or `asset-missing` where the file is not as it was.
 */
export interface AssetSheet {
  /** Under the folder of the pool. */
  readonly path: string
  /** As in a message: the path from the folder of the configuration. */
  readonly place: string
  /** Stands for its content. */
  readonly digest: string
  readonly count: number
  /** Item number `n`, from 0. */
  item(n: number): Asset
}

/** What an item of a sheet is known by: its number. */
export const sheetIdentity = (path: string, n: number): string => `${path}#${n + 1}`

/** The items of one pool, sorted by path (code units), then in the order of their file. */
export interface AssetPool {
  readonly name: string
  readonly items: readonly Asset[]
  /** Those that become rows, in order; absent: all. */
  readonly chosen?: readonly Asset[]
  /** Files whose items are not held; they come behind the others. Absent for none. */
  readonly sheets?: readonly AssetSheet[]
  /** Files that the patterns matched, those that could not be read among them. */
  readonly files: number
}

/** What was read of the user's content. By name, in the order of the configuration. */
export interface Assets {
  readonly pools: Readonly<Record<string, AssetPool>>
  /** Files that were passed over, and why. */
  readonly findings: readonly Finding[]
  /** What expressions may call besides the functions of the language; absent: nothing. */
  readonly callables?: Callables
}

/** No content. */
export const NO_ASSETS: Assets = { pools: {}, findings: [] }
