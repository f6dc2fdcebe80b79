import type { AssetImage } from '../../../model/assets/asset-image.ts'
import type { Value } from '../../../model/value.ts'
import { titleCase } from '../../../values/mapping/text/title-case.ts'
import type { ImageFacts } from './read-image.ts'

type Said = { readonly [key: string]: Value }

/** What a file beside a picture calls the same, folded; best first. */
const ALT: readonly string[] = ['alt', 'alttext', 'imagealt', 'alternativetext']
const CAPTION: readonly string[] = ['caption', 'description', 'legend']
const TITLE: readonly string[] = ['title', 'name', 'headline']

/** What tools put behind a name: sizes (`-1200x800`), `@2x`, `-scaled`. */
const BEHIND_NAMES = /(?:@[1-4]x|-\d{2,5}x\d{2,5}|-scaled)$/i

/** A picture with its words: from the file beside it, else from EXIF, else from its name (`stem`). */
export function describedImage({ description, ...facts }: ImageFacts, stem: string, said: Said | null): AssetImage {
  const named = titleCase(stem.replace(BEHIND_NAMES, '')) || stem
  const title = textOf(said, TITLE)
  const caption = textOf(said, CAPTION) ?? description
  const alt = textOf(said, ALT) ?? title ?? caption ?? named
  return { ...facts, alt, caption: caption ?? alt, title: title ?? named }
}

function textOf(said: Said | null, names: readonly string[]): string | null {
  for (const wanted of names)
    for (const [name, value] of Object.entries(said ?? {}))
      if (name.toLowerCase().replace(/[^a-z]/g, '') === wanted && typeof value === 'string' && value.trim() !== '')
        return value.trim()
  return null
}
