import type { MappingPath } from '../../model/assets/asset-mapping.ts'
import type { Asset } from '../../model/assets/assets.ts'
import { nearest } from '../../model/nearest.ts'

type Keys = readonly (string | number)[]

/** At most so many names are listed. */
const LISTED = 12

/**
 * What is wrong with a path that leads nowhere in every item; null where one of them has it. A path with something else to fall back on need not be there, but its
 * kind of file must.
 */
export function fieldProblem(
  { keys, optional }: MappingPath,
  pool: string,
  items: readonly Asset[],
): { message: string; expected: string; found: string; next: string } | null {
  const [root = '', ...rest] = keys
  if (root === 'file' || items.length === 0) return null
  const written = keys.join('.')
  if (items.every((asset) => partOf(asset, root) === null)) {
    const has = rootsOf(items)
    return {
      message: `The files of the asset pool ${pool} have no ${root}.`,
      expected: `a path that begins with ${has.join(', ')}`,
      found: written,
      next: has[0] !== 'body' && has[0] !== 'file' ? `Write ${[has[0], ...rest].join('.')}.` : `Write ${has[0]}.name.`,
    }
  }
  // Texts are read when they are asked for: none is held.
  if (optional || items.some((asset) => leads(partOf(asset, root), rest))) return null
  const roots = root === 'body' ? [] : items.map((asset) => partOf(asset, root))
  const depth = deepest(roots, rest)
  const names = [...new Set(roots.flatMap((part) => keysOf(follow(part, rest.slice(0, depth)))))]
  const near = nearest(String(rest[depth]), names)
  const said = names.slice(0, LISTED).join(', ')
  return {
    message: `No file of the asset pool ${pool} has ${written}.`,
    expected:
      names.length === 0 ? 'a field that the files have' : `one of ${said}${names.length > LISTED ? ', …' : ''}`,
    found: written,
    next:
      near === null
        ? `Where it may be missing, say what else: ${written} | null`
        : `Did you mean ${[root, ...rest.slice(0, depth), near].join('.')}?`,
  }
}

const ROOTS = ['frontmatter', 'json', 'csv', 'image', 'body'] as const

const rootsOf = (items: readonly Asset[]): string[] => [
  ...ROOTS.filter((root) => items.some((asset) => partOf(asset, root) !== null)),
  'file',
]

function partOf(asset: Asset, root: string | number): unknown {
  return ROOTS.some((one) => one === root) ? asset[root as (typeof ROOTS)[number]] : null
}

/** Undefined where it leads nowhere. */
function follow(part: unknown, keys: Keys): unknown {
  let at = part
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Readonly<Record<string, unknown>>)[key]
  }
  return at
}

const leads = (part: unknown, keys: Keys): boolean => part !== null && follow(part, keys) !== undefined

/** How many of the keys lead somewhere in some item. */
function deepest(parts: readonly unknown[], keys: Keys): number {
  for (let depth = keys.length - 1; depth > 0; depth--)
    if (parts.some((part) => leads(part, keys.slice(0, depth)))) return depth
  return 0
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
