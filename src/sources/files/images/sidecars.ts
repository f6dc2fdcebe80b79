import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What may stand behind the whole name of a picture, best first. */
const BEHIND: readonly string[] = ['json', 'yaml', 'yml', 'md', 'txt']

/** Files beside pictures that say more of them: `a.jpg.json` (or yaml, yml, md, txt), or `a.json`. */
export class Sidecars {
  readonly #root: string
  readonly #folders = new Map<string, Promise<ReadonlySet<string>>>()

  constructor(root: string) {
    this.#root = root
  }

  /** The file beside a picture; null where there is none. Links are none. Paths from the root. */
  async of(picture: string): Promise<string | null> {
    const slash = picture.lastIndexOf('/') + 1
    const there = await this.#names(picture.slice(0, slash))
    return sidecarNames(picture).find((path) => there.has(path.slice(slash))) ?? null
  }

  #names(folder: string): Promise<ReadonlySet<string>> {
    const known = this.#folders.get(folder) ?? this.#read(folder)
    this.#folders.set(folder, known)
    return known
  }

  async #read(folder: string): Promise<ReadonlySet<string>> {
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true })
    return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name))
  }
}

/** Takes those that stand beside a picture of the same pool out of its files: they are no items. */
export function withoutSidecars(files: readonly string[], isPicture: (file: string) => boolean): string[] {
  const sidecars = new Set(files.filter(isPicture).flatMap(sidecarNames))
  return files.filter((file) => !sidecars.has(file))
}

const sidecarNames = (picture: string): string[] => [
  ...BEHIND.map((extension) => `${picture}.${extension}`),
  `${picture.slice(0, picture.lastIndexOf('.'))}.json`,
]
