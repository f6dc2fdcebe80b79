import type { MappingProblem, MappingTarget } from '../../src/model/assets/asset-mapping.ts'
import { type Asset, type Assets, NO_ASSETS } from '../../src/model/assets/assets.ts'
import type { OwnFunction } from '../../src/model/callables.ts'
import type { Value } from '../../src/model/value.ts'
import { createCallables } from '../../src/sources/callables/create-callables.ts'
import { createAssetMapping } from '../../src/values/mapping/asset-mapping.ts'

export const NOW = Date.UTC(2025, 5, 1, 12)

export function assetOf(part: Partial<Asset> = {}): Asset {
  const file = { name: 'a-b.md', stem: 'a-b', extension: 'md', path: 'x/a-b.md', size: 12, type: 'text/markdown' }
  return {
    identity: 'x/a-b.md',
    digest: '',
    place: 'c/x/a-b.md',
    file,
    frontmatter: {},
    body: '',
    json: null,
    csv: null,
    image: null,
    ...part,
  }
}

const JSONB: MappingTarget = {
  table: 'posts',
  column: 'c',
  encoding: { kind: 'json' },
  base: 'jsonb',
  domain: { notNull: false },
}

/** The mapping language with all that may be handed in from outside. */
export function mappingOf(
  pools: Readonly<Record<string, readonly Asset[]>> = {},
  functions: Readonly<Record<string, OwnFunction>> = {},
  seed = '42',
) {
  const assets: Assets = {
    ...NO_ASSETS,
    pools: Object.fromEntries(
      Object.entries(pools).map(([name, items]) => [name, { name, items, files: items.length }]),
    ),
    callables: createCallables(functions, () => 'https://abc.supabase.co'),
  }
  const mapping = createAssetMapping(seed, NOW, assets)
  const value = (expression: string, item: Asset = assetOf(), target: Partial<MappingTarget> = {}): Value => {
    const read = mapping.value(expression, item, { ...JSONB, ...target })
    if ('problem' in read) throw new Error(`${expression}: ${JSON.stringify(read.problem)}`)
    return read.value
  }
  const problem = (expression: string, item: Asset = assetOf()): MappingProblem => {
    const read = mapping.value(expression, item, JSONB)
    if (!('problem' in read)) throw new Error(`${expression} gives ${JSON.stringify(read.value)}`)
    return read.problem
  }
  return { assets, mapping, value, problem }
}
