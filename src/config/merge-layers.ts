import type { z } from 'zod'
import { formatPath } from './format-path.ts'
import { isPart, layParts } from './lay-parts.ts'
import { type Layer, nameInLayer } from './layer.ts'
import type { ConfigInput } from './schema.ts'
import type { table } from './sections/tables.ts'
import { tableKey } from './table-key.ts'

/** All layers in one, and who said what. */
export interface Merged {
  readonly settings: Omit<ConfigInput, 'tables'>
  readonly tables: Readonly<Record<string, TableInput>>
  readonly said: Readonly<Record<string, string>>
}

export type TableInput = z.output<typeof table>

/** Settings whose parts are laid over each other one by one. */
const IN_PARTS = ['makerkit', 'accounts', 'defaultUsers', 'defaultAccounts', 'existingUsers', 'additionalUsers']

/** How deep datasets are laid over the rest: of fixtures column by column, of users and pools setting by setting. */
const DEPTHS: Readonly<Record<string, number>> = { fixtures: 3, traits: 3, users: 2, assetPools: 2, functions: 1 }

/** Lays later layers over earlier ones: tables and the settings of `IN_PARTS` part by part, `allow` together, everything else whole; datasets by `DEPTHS`. */
export function mergeLayers(layers: readonly { readonly layer: Layer; readonly input: ConfigInput }[]): Merged {
  const settings: Record<string, unknown> = {}
  const tables: Record<string, Record<string, unknown>> = Object.create(null)
  const said: Record<string, string> = {}
  for (const { layer, input } of layers) {
    for (const [name, value] of Object.entries(input)) {
      if (name === 'tables' || name === '$schema') continue
      const inParts = IN_PARTS.includes(name)
      if (!inParts) for (const path of Object.keys(said)) if (path.startsWith(`${name}.`)) delete said[path]
      settings[name] =
        name === 'allow'
          ? [...new Set([...((settings[name] as string[] | undefined) ?? []), ...(value as string[])])]
          : inParts
            ? { ...(settings[name] as object | undefined), ...(value as object) }
            : layer.kind === 'dataset'
              ? laidOver(settings[name], value, name)
              : value
      const paths = name === 'db' || inParts ? Object.keys(value as object).map((part) => `${name}.${part}`) : [name]
      for (const path of paths) said[path] = nameInLayer(layer, path)
    }
    mergeTables(tables, said, layer, input.tables ?? {})
  }
  return { settings, tables, said }
}

function laidOver(below: unknown, above: unknown, name: string): unknown {
  // Files of rows stand beside rows.
  if (name === 'fixtures' && below !== undefined && !(isPart(below) && isPart(above))) return [below, above].flat()
  // `users: 5` says nothing of users but their number.
  const isNumber = name === 'users' && typeof above === 'number' && isPart(below)
  return layParts(below, isNumber ? { count: above } : above, DEPTHS[name] ?? 0)
}

function mergeTables(
  tables: Record<string, Record<string, unknown>>,
  said: Record<string, string>,
  layer: Layer,
  more: NonNullable<ConfigInput['tables']>,
): void {
  const spellings = new Map(Object.keys(tables).map((name) => [tableKey(name), name]))
  for (const [name, value] of Object.entries(more)) {
    const known = spellings.get(tableKey(name)) ?? name
    spellings.set(tableKey(name), known)
    const wish: Record<string, unknown> = { ...(typeof value === 'number' ? { count: value } : value) }
    const before = { ...tables[known] }
    // A later layer may count otherwise.
    for (const [part, other] of [
      ['count', 'total'],
      ['total', 'count'],
    ] as const) {
      if (wish[part] === undefined) continue
      delete before[other]
      delete said[formatPath(['tables', known, other])]
    }
    for (const part of Object.keys(wish)) {
      const paths = part === 'columns' ? Object.keys(wish.columns as object).map((column) => [part, column]) : [[part]]
      for (const path of paths)
        said[formatPath(['tables', known, ...path])] = nameInLayer(layer, formatPath(['tables', name, ...path]))
    }
    const columns = Object.assign(Object.create(null), before.columns, wish.columns)
    tables[known] = { ...before, ...wish, columns }
  }
}
