import type { ConfigInput } from '../../config/schema.ts'
import type {
  ImageAsset,
  JsonAsset,
  LoadedAssets,
  MarkdownAsset,
  ParsedAsset,
  RawAsset,
} from '../../model/assets/loaded-assets.ts'
import { imageKind, jsonKind, markdownKind } from './kinds.ts'
import type { FileKind } from './load-files.ts'
import { parseAsset } from './parse-asset.ts'

type PoolInput = NonNullable<ConfigInput['assetPools']>[string]

/** What may be said of the files that are loaded; the same as of a pool in the configuration. */
export interface LoadOptions
  extends Pick<
    PoolInput,
    'requiredFrontmatter' | 'optionalFrontmatter' | 'validation' | 'schema' | 'strict' | 'allowOutside'
  > {
  /** Folder that patterns start from; default the working directory. */
  readonly cwd?: string
}

type Patterns = string | readonly string[]

async function load<Loaded>(
  path: Patterns,
  options: LoadOptions,
  kind: FileKind<Loaded>,
): Promise<LoadedAssets<Loaded>> {
  const { loadFiles } = await import('./load-files.ts')
  return loadFiles(path, { ...options }, kind)
}

/**
 * Loads the user's own content. `path`: a file, a folder, a glob, or several of them, those that begin with `!` take files away; from the working directory. What
 * cannot be used is told in `errors` and never stops the rest, unless `strict` is said: then it is a `SeedError` with all of it. Files of other kinds are passed over.
 */
export const assetLoader = {
  /** Markdown with its front matter (YAML, TOML or JSON). @throws SeedError */
  loadMarkdownFiles: (path: Patterns, options: LoadOptions = {}): Promise<LoadedAssets<MarkdownAsset>> =>
    load(path, options, markdownKind),
  /** The same; the name that goes with what front matter must be like. @throws SeedError */
  loadMarkdownPool: (path: Patterns, options: LoadOptions = {}): Promise<LoadedAssets<MarkdownAsset>> =>
    load(path, options, markdownKind),
  /** Objects of JSON, JSON Lines and YAML. @throws SeedError */
  loadJsonFiles: (path: Patterns, options: LoadOptions = {}): Promise<LoadedAssets<JsonAsset>> =>
    load(path, options, jsonKind),
  /** Pictures, of which only the headers are read. @throws SeedError */
  loadImageFiles: (path: Patterns, options: LoadOptions = {}): Promise<LoadedAssets<ImageAsset>> =>
    load(path, options, imageKind),
  /** What a file says that was read elsewhere: by its name as markdown, JSON, YAML, CSV, text or picture. Never throws because of what is in it. */
  parseAssetMetadata: (asset: RawAsset): ParsedAsset => parseAsset(asset),
}
