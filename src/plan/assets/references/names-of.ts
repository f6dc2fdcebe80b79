import type { Asset } from '../../../model/assets/assets.ts'
import { foldName } from '../fold-name.ts'

/** Columns and fields that name a row, folded; the first are the surest. */
const NAMES: readonly string[] = [
  'id',
  'slug',
  'email',
  'username',
  'handle',
  'key',
  'code',
  'sku',
  'name',
  'title',
  'label',
  'fullname',
  'displayname',
]

/** Does a column or field name its row? `by`: the only one that is meant. */
export const names = (column: string, by: string | null): boolean =>
  by === null ? NAMES.includes(foldName(column)) : foldName(column) === foldName(by)

/** The texts that an item goes by. */
export function namesOfAsset(asset: Asset, by: string | null): string[] {
  const said = [asset.frontmatter, asset.json, asset.csv].flatMap((place) =>
    typeof place === 'object' && place !== null && !Array.isArray(place) ? Object.entries(place) : [],
  )
  const texts = said.flatMap(([key, value]) =>
    names(key, by) && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : [],
  )
  return by === null ? [...texts, asset.file.stem, asset.identity] : texts
}

/** Texts that mean the same: `Van Life`, `van-life`, `van_life`. `C++`, `C#` and `C` do not. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}+])\+(?![\p{L}\p{N}])/gu, '-plus')
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, '-sharp')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
