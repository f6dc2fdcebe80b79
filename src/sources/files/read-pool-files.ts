import type { Asset, AssetSheet } from '../../model/assets/assets.ts'
import type { AssetPoolWish, CsvWish } from '../../model/config.ts'
import { factsOf } from './facts-of.ts'
import { findFiles, type RefusedFile } from './find-files.ts'
import { Sidecars, withoutSidecars } from './images/sidecars.ts'
import type { PlacedProblem } from './problem.ts'
import { readItems } from './read-items.ts'
import { loadRules } from './rules/load-rules.ts'

/** Files that are read at the same time. */
const AT_ONCE = 16

/** CSV of which nothing is said. */
const AS_FOUND: CsvWish = { delimiter: null, header: true, columns: null }

/** What the patterns of a pool lead to. Paths from the root. */
export interface PoolFiles {
  /** The folder that the paths of the pool start from. */
  readonly base: string
  readonly items: readonly Asset[]
  readonly sheets: readonly AssetSheet[]
  /** Files that were read. */
  readonly files: readonly string[]
  readonly refused: readonly RefusedFile[]
  /** Files that were read though they lie outside of the root. */
  readonly outside: readonly string[]
  readonly problems: readonly PlacedProblem[]
  /** What is wrong with the rules of the pool itself. */
  readonly ruleProblems: readonly PlacedProblem[]
}

/** Finds and reads the files of a pool, those that `wanted` lets pass. `sheets`: files may be too large to be held, unless there are rules for their items. What is wrong with them is told, and never thrown. `root`: a real path. */
export async function readPoolFiles(
  root: string,
  wish: AssetPoolWish,
  { wanted = () => true, sheets = false }: { wanted?: (file: string) => boolean; sheets?: boolean } = {},
): Promise<PoolFiles> {
  const { base, files: found, refused, outside } = await findFiles(root, wish.path, wish.allowOutside)
  const { rules, problems: ruleProblems } = await loadRules(root, wish)
  const files = withoutSidecars(found, (file) => factsOf(file, 0).type.startsWith('image/')).filter(wanted)
  const reading = {
    per: wish.per ?? 'file',
    csv: wish.csv ?? AS_FOUND,
    sidecars: new Sidecars(root),
    rules,
    sheets: sheets && rules === null,
  } as const
  const read = await inTurn(files, (file) => readItems(root, base, file, reading))
  return {
    base,
    items: read.flatMap(({ items }) => items),
    sheets: read.flatMap(({ sheet }) => sheet ?? []),
    files,
    refused: refused.filter(({ file }) => wanted(file)),
    outside,
    problems: read.flatMap(({ problems }) => problems),
    ruleProblems,
  }
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
