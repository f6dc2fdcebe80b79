import { chosenItems } from '../../../model/chosen-items.ts'
import type { Inputs } from '../../draft.ts'
import { foldText, names, namesOfAsset } from './names-of.ts'
import type { AssetReference, Target } from './reference.ts'

/** The rows of a table by what names them. */
export interface Targets {
  /** The row that a text means; `several` where it could be more than one. */
  find(text: string): Target | 'several' | null
  /** Everything that names one, for messages. */
  readonly known: readonly string[]
}

type ByText = Map<string, Target[]>

/** Texts are compared as they are, then without regard to case, then as slugs: the first way that finds something decides. */
export function targetsOf(inputs: Inputs, { parent, by }: AssetReference): Targets {
  const found = [...ofItems(inputs, parent, by), ...ofGiven(inputs, parent, by), ...ofRows(inputs, parent, by)]
  const ways = [(text: string) => text, (text: string) => text.trim().toLowerCase(), foldText]
  const maps = ways.map((way) => indexed(found, way))
  return {
    find: (text) => {
      for (const [at, way] of ways.entries()) {
        const meant = maps[at]?.get(way(text)) ?? []
        if (meant.length > 0) return meant.length === 1 ? (meant[0] as Target) : 'several'
      }
      return null
    },
    known: [...new Set(found.map(([text]) => text))],
  }
}

function indexed(found: readonly (readonly [string, Target])[], way: (text: string) => string): ByText {
  const map: ByText = new Map()
  for (const [text, target] of found) {
    const key = way(text)
    if (key === '') continue
    const same = map.get(key)
    if (same === undefined) map.set(key, [target])
    // The names of one row stand together.
    else if (same.at(-1) !== target) same.push(target)
  }
  return map
}

function ofItems({ scope, assets }: Inputs, parent: string, by: string | null): [string, Target][] {
  const pools = scope.tables.find(({ relation }) => relation.id === parent)?.pools ?? []
  return pools.flatMap((pool) =>
    chosenItems(assets, pool).flatMap((asset) => {
      const target: Target = { kind: 'item', pool, identity: asset.identity }
      return namesOfAsset(asset, by).map((text): [string, Target] => [text, target])
    }),
  )
}

/** Given rows of the table, and of the users for whom a trigger makes its rows. */
function ofGiven({ scope, study }: Inputs, parent: string, by: string | null): [string, Target][] {
  const users = study.auth?.users
  const made =
    users !== undefined &&
    study.tables[users]?.effects.some(({ inserts }) => inserts.some(({ table }) => table === parent))
  return scope.tables
    .filter(({ relation }) => relation.id === parent || (made && relation.id === users))
    .flatMap(({ relation, fixtures }) =>
      fixtures.flatMap(({ handle, values }) => {
        const target: Target = { kind: 'given', table: relation.id, handle }
        const said = Object.entries(values).flatMap(([column, value]) =>
          names(column, by) && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : [],
        )
        return [...(by === null ? [handle] : []), ...said].map((text): [string, Target] => [text, target])
      }),
    )
}

function ofRows({ answers }: Inputs, parent: string, by: string | null): [string, Target][] {
  const pool = Object.values(answers.pools).find(({ table }) => table === parent)
  if (pool === undefined) return []
  const at = pool.columns.flatMap((column, i) => (names(column, by) ? [i] : []))
  return pool.rows.flatMap((row) => {
    const target: Target = { kind: 'row', texts: row }
    return at.flatMap((i): [string, Target][] => (row[i] == null ? [] : [[row[i], target]]))
  })
}
