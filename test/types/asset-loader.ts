/** Compiled, never run: what callers of the library see of loaded content. `tsc` fails where an expected error is missing. */
import { assetLoader, type LoadedAssets, type MarkdownAsset } from '../../src/index.ts'

export const calls = [
  async (): Promise<string> => (await assetLoader.loadMarkdownPool('a/*.md'))[0]?.frontmatter.title.trim(),
  async (): Promise<LoadedAssets<MarkdownAsset>> =>
    assetLoader.loadMarkdownFiles(['a/*.md', '!a/b.md'], { strict: true }),
  async (): Promise<number | null | undefined> => (await assetLoader.loadImageFiles('a'))[0]?.image.width,
  async (): Promise<number | null | undefined> =>
    (await assetLoader.loadJsonFiles('a', { schema: {} })).errors[0]?.line,
  (): unknown => assetLoader.parseAssetMetadata({ path: 'a.md', content: '' }).metadata.title,

  // @ts-expect-error a setting that does not exist
  () => assetLoader.loadMarkdownPool('a', { requiredFrontMatter: ['title'] }),

  // @ts-expect-error a file that was not read
  () => assetLoader.parseAssetMetadata({ path: 'a.md' }),
]
