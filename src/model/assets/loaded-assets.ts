import type { AssetImage } from './asset-image.ts'
import type { Said } from './asset-item.ts'
import type { AssetFile } from './assets.ts'

/** What is wrong with a file that was to be loaded, or with an item in it. */
export interface AssetProblem {
  /** Stable: `asset-unreadable`, `asset-invalid`, `asset-refused`, `no-files`, … */
  readonly code: string
  /** One sentence. */
  readonly message: string
  /** From the working directory; as it was given where it lies elsewhere. */
  readonly file: string
  /** From 1; null for the file as a whole. */
  readonly line: number | null
  readonly column: number | null
  readonly expected: string
  readonly found: string
  /** What to do about it. */
  readonly hint: string
}

/** An array of what could be loaded, sorted by path, that also says what could not. */
export type LoadedAssets<Loaded> = Loaded[] & {
  /** The same as the array. */
  readonly loaded: readonly Loaded[]
  /** Files and items that are not in it. */
  readonly errors: readonly AssetProblem[]
  /** What else is to be told of files; the items are in it. */
  readonly warnings: readonly AssetProblem[]
}

interface LoadedFile {
  /** Of its file: `intro.md`. */
  readonly name: string
  /** Of its file, from the working directory; as it was given where it lies elsewhere. */
  readonly path: string
  /** What tells it from all others: its path under the folder of the pattern, with `#` and its id where a file holds several. */
  readonly identity: string
  /** SHA-256 (hex) of its content. */
  readonly digest: string
  readonly file: AssetFile
}

export interface MarkdownAsset extends LoadedFile {
  /** Empty where it has none. */
  readonly frontmatter: { readonly [key: string]: Said }
  /** Without front matter. Read when it is asked for. @throws SeedError `asset-changed`, `asset-missing` where the file is not as it was. */
  readonly body: string
}

/** An object of a JSON or YAML file: the only one, or one of a list. */
export interface JsonAsset extends LoadedFile {
  readonly json: Said
}

export interface ImageAsset extends LoadedFile {
  readonly image: AssetImage
  /** Pixels as it is shown; null where it does not say. */
  readonly width: number | null
  readonly height: number | null
  readonly alt: string
  readonly caption: string
  /** What a file beside it says; null without one. */
  readonly json: Said
}

/** A file that somebody else has read. */
export interface RawAsset {
  /** Its name decides how it is read. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** What a file says. */
export interface ParsedAsset {
  readonly name: string
  readonly path: string
  readonly file: AssetFile
  /** Front matter, the object of a file that holds one, or what a picture says of itself; empty where there is none. */
  readonly metadata: { readonly [key: string]: Said }
  readonly frontmatter: { readonly [key: string]: Said }
  /** The text of markdown and plain text; null for other files. */
  readonly body: string | null
  /** All of its items: objects of JSON and YAML, records of CSV, or front matter. */
  readonly items: readonly { readonly [key: string]: Said }[]
  readonly image: AssetImage | null
  readonly errors: readonly AssetProblem[]
  readonly warnings: readonly AssetProblem[]
}
