import type { Asset } from '../../model/assets/assets.ts'
import type { ImageAsset, JsonAsset, MarkdownAsset } from '../../model/assets/loaded-assets.ts'
import type { FileKind } from './load-files.ts'
import { saidOf } from './said-of.ts'

const fileOf = ({ identity, digest, file }: Asset, path: string) => ({ name: file.name, path, identity, digest, file })

export const markdownKind: FileKind<MarkdownAsset> = {
  is: (extension) => ['md', 'mdx', 'markdown'].includes(extension),
  extensions: ['md', 'mdx', 'markdown'],
  make: (asset, path) => ({
    ...fileOf(asset, path),
    frontmatter: saidOf(asset.frontmatter ?? {}),
    get body() {
      return asset.body ?? ''
    },
  }),
}

export const jsonKind: FileKind<JsonAsset> = {
  is: (extension) => ['json', 'jsonl', 'ndjson', 'yaml', 'yml'].includes(extension),
  extensions: ['json', 'jsonl', 'ndjson'],
  make: (asset, path) => ({ ...fileOf(asset, path), json: saidOf(asset.json) }),
}

export const imageKind: FileKind<ImageAsset> = {
  is: (_, type) => type.startsWith('image/'),
  extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'svg'],
  make: (asset, path) => {
    const image = saidOf(asset.image)
    const { width, height, alt, caption } = image
    return { ...fileOf(asset, path), image, width, height, alt, caption, json: saidOf(asset.json) }
  },
  // What is called like a picture and is none has no size and no type.
  intolerable: ['image-unknown'],
}
