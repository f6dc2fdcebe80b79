import type { AssetImage } from '../../../model/assets/asset-image.ts'
import { nearest } from '../../../model/nearest.ts'
import type { Expression, Keys } from '../expression.ts'
import { MappingError } from '../mapping-error.ts'
import { hint } from './hint.ts'

/** What a path of an item may begin with. */
export const PATH_ROOTS: readonly string[] = ['frontmatter', 'body', 'json', 'csv', 'image', 'file']

/** What begins with a name that stands for something else. */
const OTHER_ROOTS: readonly string[] = ['row', 'faker']

/** What is called by the name of its format elsewhere, or by another word. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['yaml', 'json'],
  ['toml', 'frontmatter'],
  ['tsv', 'csv'],
  ['content', 'body'],
  ['exif', 'image.exif'],
])

/** Of a file: the only keys that it has. */
const FILE_KEYS: readonly string[] = ['name', 'stem', 'extension', 'path', 'size', 'type', 'bucket', 'object']

/** Of a picture; `image.exif` goes on as its tags do. */
const IMAGE_KEYS: readonly (keyof AssetImage)[] = [
  'width',
  'height',
  'orientation',
  'type',
  'alt',
  'caption',
  'title',
  'taken_at',
  'camera',
  'lens',
  'latitude',
  'longitude',
  'altitude',
  'exif',
]

/** A path of the item, or another column of the row. @throws MappingError */
export function pathOf(keys: Keys, column: number): Expression {
  const [root = '', key] = keys.map(String)
  if (root === 'row') return rowOf(keys, column)
  if (!PATH_ROOTS.includes(root)) throw unknownRoot(keys, column)
  const written = keys.join('.')
  if (root === 'file' && !(keys.length === 2 && FILE_KEYS.includes(key ?? '')))
    throw unknownFact(keys, FILE_KEYS, column)
  if (root === 'image' && !isOfImage(keys)) throw unknownFact(keys, IMAGE_KEYS, column)
  if (root === 'body' && keys.length > 1)
    throw new MappingError({
      message: `There is no ${written}: the body is a text.`,
      expected: 'body',
      found: written,
      next: 'Write body.',
      column,
    })
  return { kind: 'path', keys, column }
}

const isOfImage = ([, key, ...rest]: Keys): boolean =>
  IMAGE_KEYS.some((name) => name === key) && (rest.length === 0 || key === 'exif')

function unknownFact(keys: Keys, known: readonly string[], column: number): MappingError {
  const [root, key] = keys
  const near = key === undefined ? null : nearest(String(key), known)
  return new MappingError({
    message: `There is no ${keys.join('.')}.`,
    expected: known.map((name) => `${root}.${name}`).join(', '),
    found: keys.join('.'),
    next: hint(near === null ? null : `${root}.${near}`, 'Name one of its facts.'),
    column,
  })
}

function rowOf([, name, ...keys]: Keys, column: number): Expression {
  if (typeof name === 'string') return { kind: 'row', name, keys, column }
  throw new MappingError({
    message: 'A column of the row has a name.',
    expected: 'row.title, or row["odd name"]',
    found: name === undefined ? 'row' : `row[${name}]`,
    next: 'Name the column.',
    column,
  })
}

function unknownRoot(keys: Keys, column: number): MappingError {
  const [root = ''] = keys.map(String)
  const written = keys.join('.')
  if (root === 'faker')
    return new MappingError({
      message: `${written} is not called.`,
      expected: 'faker.lorem.sentence()',
      found: written,
      next: `Write ${keys.length === 3 ? written : 'faker.lorem.sentence'}().`,
      column,
    })
  const meant = MEANT.get(root)
  const near = meant ?? (keys.length > 1 ? nearest(root, [...PATH_ROOTS, ...OTHER_ROOTS]) : nearest(root, ['body']))
  return new MappingError({
    message: `There is no ${written}.`,
    expected: `a path that begins with ${PATH_ROOTS.join(', ')} or row`,
    found: written,
    next: hint(
      near === null ? null : [near, ...keys.slice(1)].join('.'),
      `Write frontmatter.${written} for markdown, json.${written} for JSON and YAML, csv.${written} for CSV, or '${written}' for the text itself.`,
    ),
    column,
  })
}
