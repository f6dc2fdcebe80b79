import type { AssetImage } from './asset-image.ts'
import type { AssetFile } from './assets.ts'

/** What a file says under a key: only its author knows of what kind it is. */
export type Said = ReturnType<typeof JSON.parse>

/** An item of a pool as functions of a configuration see it. */
export interface AssetItem {
  /** Of its file: `intro.md`. */
  readonly name: string
  /** Under the folder of the pool: `guides/intro.md`. */
  readonly path: string
  readonly file: AssetFile
  /** Empty where it has none. */
  readonly frontmatter: { readonly [key: string]: Said }
  /** The text of markdown and plain text; null for other files. */
  readonly body: string | null
  /** An item of a JSON or YAML file; null for other files. */
  readonly json: Said
  /** What a picture says of itself; null for other files. */
  readonly image: AssetImage | null
  /** A record of a CSV file; null for other files. */
  readonly csv: Said
}
