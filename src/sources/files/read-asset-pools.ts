import { realpath } from 'node:fs/promises'
import type { Asset, AssetPool, Assets } from '../../model/assets.ts'
import { NO_ASSETS } from '../../model/assets.ts'
import type { Callables } from '../../model/callables.ts'
import type { AssetPoolWish, Config, CsvWish } from '../../model/config.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { SelectionSite } from '../select/reader.ts'
import { selectItems } from '../select/select-items.ts'
import { factsOf } from './facts-of.ts'
import { findFiles } from './find-files.ts'
import { Sidecars, withoutSidecars } from './images/sidecars.ts'
import { type PlacedProblem, spoils } from './problem.ts'
import { readItems } from './read-items.ts'
import { loadRules } from './rules/load-rules.ts'
import { sameContent } from './same-content.ts'
import { withObjects } from './with-objects.ts'

/** Files that are read at the same time. */
const AT_ONCE = 16

/**
 * Reads the items of every pool of the configuration. A file that cannot be used is a finding, and the rest goes on; a pool may come out empty.
 * Nothing outside of the configuration's folder is read.
 * `callables`: what expressions may call.
 */
export async function readAssetPools(
  config: Pick<Config, 'assetPools' | 'root' | 'seed' | 'now'>,
  callables?: Callables,
): Promise<Assets> {
  const wishes = Object.entries(config.assetPools)
  const outside = callables === undefined ? {} : { callables }
  if (wishes.length === 0) return { ...NO_ASSETS, ...outside }
  const root = await realpath(config.root)
  const { seed, now } = config
  const pools: Record<string, AssetPool> = Object.create(null)
  const findings: Finding[] = []
  for (const [name, wish] of wishes)
    pools[name] = await readPool({ root, seed, now, pool: name, ...outside }, wish, findings)
  return { pools, findings, ...outside }
}

/** CSV of which nothing is said. */
const AS_FOUND: CsvWish = { delimiter: null, header: true, columns: null }

async function readPool(
  site: SelectionSite & { readonly root: string },
  wish: AssetPoolWish,
  findings: Finding[],
): Promise<AssetPool> {
  const { root, pool: name } = site
  const path = `assetPools.${name}`
  const { base, files: found, refused, outside } = await findFiles(root, wish.path, wish.allowOutside)
  const { rules, problems } = await loadRules(root, wish)
  findings.push(...outsideFinding(path, outside), ...problems.map((one) => findingOf(path, one, 'error')))
  const level = wish.strict === true ? 'error' : 'warning'
  const files = withoutSidecars(found, (file) => factsOf(file, 0).type.startsWith('image/'))
  for (const { file, why, next } of refused)
    findings.push(finding('asset-refused', level, { path, file }, `${file} is not read: ${why}.`, { next }))
  const reading = { per: wish.per ?? 'file', csv: wish.csv ?? AS_FOUND, sidecars: new Sidecars(root), rules } as const
  const read = await inTurn(files, (file) => readItems(root, base, file, reading))
  const items: Asset[] = []
  for (const one of read) {
    items.push(...one.items)
    findings.push(...one.problems.map((problem) => findingOf(path, problem, spoils(problem) ? level : 'warning')))
  }
  const stored = wish.upload === undefined ? items : withObjects(items, base, wish.upload)
  findings.push(...sameContent(name, stored))
  const pool = { name, items: stored, files: files.length + refused.length }
  if (wish.selection === undefined) return pool
  const selected = await selectItems(stored, wish.selection, { ...site, base })
  findings.push(...selected.findings)
  return { ...pool, chosen: selected.chosen }
}

function findingOf(path: string, problem: PlacedProblem, level: 'error' | 'warning'): Finding {
  const { place, code = 'asset-unreadable', message, expected, found, next } = problem
  return finding(code, level, { path, file: place }, message, { expected, found, next })
}

function outsideFinding(path: string, outside: readonly string[]): Finding[] {
  if (outside.length === 0) return []
  const [first] = outside
  const many = outside.length === 1 ? `1 file lies` : `${outside.length} files lie`
  const message = `${many} outside of the folder of the configuration, as allowOutside has it: ${first}${outside.length > 1 ? ', …' : ''}`
  return [finding('assets-outside', 'info', { path }, message)]
}

/** Some at a time, the results in the order of the files. */
async function inTurn<Result>(files: readonly string[], read: (file: string) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) results[at] = await read(files[at] as string)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, files.length) }, work))
  return results
}
