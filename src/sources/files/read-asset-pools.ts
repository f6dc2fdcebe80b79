import { realpath } from 'node:fs/promises'
import type { AssetPool, Assets } from '../../model/assets/assets.ts'
import { NO_ASSETS } from '../../model/assets/assets.ts'
import type { Callables } from '../../model/callables.ts'
import type { AssetPoolWish, Config } from '../../model/config.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { SelectionSite } from '../select/reader.ts'
import { selectItems } from '../select/select-items.ts'
import { type PlacedProblem, spoils } from './problem.ts'
import { readPoolFiles } from './read-pool-files.ts'
import { sameContent } from './same-content.ts'
import { withObjects } from './with-objects.ts'

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

async function readPool(
  site: SelectionSite & { readonly root: string },
  wish: AssetPoolWish,
  findings: Finding[],
): Promise<AssetPool> {
  const { root, pool: name } = site
  const path = `assetPools.${name}`
  // What is chosen, or put into a bucket, is held.
  const whole = wish.selection !== undefined || wish.upload !== undefined
  const read = await readPoolFiles(root, wish, { sheets: !whole })
  const { base, items, sheets, files, refused, outside, problems, ruleProblems } = read
  const level = wish.strict === true ? 'error' : 'warning'
  findings.push(...outsideFinding(path, outside), ...ruleProblems.map((one) => findingOf(path, one, 'error')))
  for (const { file, why, next } of refused)
    findings.push(finding('asset-refused', level, { path, file }, `${file} is not read: ${why}.`, { next }))
  findings.push(...problems.map((problem) => findingOf(path, problem, spoils(problem) ? level : 'warning')))
  const stored = wish.upload === undefined ? items : withObjects(items, base, wish.upload)
  findings.push(...sameContent(name, stored))
  const pool = { name, items: stored, files: files.length + refused.length, ...(sheets.length === 0 ? {} : { sheets }) }
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
