import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { gatherConfig } from '../../config/gather-config.ts'
import type { Asset } from '../../model/assets/assets.ts'
import type { AssetProblem, LoadedAssets } from '../../model/assets/loaded-assets.ts'
import type { AssetPoolWish } from '../../model/config.ts'
import { finding } from '../../model/finding.ts'
import { SeedError } from '../../model/seed-error.ts'
import { baseOf } from '../../sources/files/base-of.ts'
import { factsOf } from '../../sources/files/facts-of.ts'
import { type PlacedProblem, spoils } from '../../sources/files/problem.ts'
import { type PoolFiles, readPoolFiles } from '../../sources/files/read-pool-files.ts'

/** A kind of file that the library loads. */
export interface FileKind<Loaded> {
  /** Which files are of the kind, by extension and media type. */
  readonly is: (extension: string, type: string) => boolean
  /** Extensions that are looked for in a folder. */
  readonly extensions: readonly string[]
  /** `path`: as in `LoadedFile`. */
  readonly make: (asset: Asset, path: string) => Loaded
  /** Codes of problems that the kind does not put up with. */
  readonly intolerable?: readonly string[]
}

/** What the caller says: the settings of a pool that are about reading, and `cwd`. */
export type LoadSettings = { readonly cwd?: string | undefined } & { readonly [setting: string]: unknown }

/** Loads files of one kind. @throws SeedError `config-invalid`; `assets-invalid` where `strict` is said and something is wrong */
export async function loadFiles<Loaded>(
  path: string | readonly string[],
  { cwd = process.cwd(), ...settings }: LoadSettings,
  kind: FileKind<Loaded>,
): Promise<LoadedAssets<Loaded>> {
  const given = await Promise.all([path].flat().map((one) => inFolder(cwd, String(one), kind.extensions)))
  const wish = await wishOf(cwd, given, settings)
  const root = await rootOf(cwd, wish.path)
  const wanted = (file: string): boolean => {
    const { extension, type } = factsOf(file, 0)
    return kind.is(extension, type)
  }
  const read = root === null ? NOTHING : await readPoolFiles(root, fromRoot(cwd, root, wish), { wanted })
  const shown = (file: string): string => shownFrom(cwd, given, resolve(root ?? cwd, file))
  const { errors, warnings, spoilt } = problemsOf(read, shown, kind.intolerable ?? [], given)
  if (wish.strict === true && errors.length > 0) throw refused(errors)
  const loaded = read.items
    .filter(({ file }) => !spoilt.has(join(read.base, file.path)))
    .map((asset) => kind.make(asset, shown(join(read.base, asset.file.path))))
  return withProperties(loaded, errors, warnings)
}

const NOTHING: PoolFiles = {
  base: '',
  items: [],
  sheets: [],
  files: [],
  refused: [],
  outside: [],
  problems: [],
  ruleProblems: [],
}

/** A folder stands for all files of the kind in it. */
async function inFolder(cwd: string, path: string, extensions: readonly string[]): Promise<string> {
  const there = await stat(resolve(cwd, path)).catch(() => null)
  if (there?.isDirectory() !== true) return path
  return `${path.split(sep).join('/').replace(/\/+$/, '')}/**/*.${extensions.length === 1 ? extensions[0] : `{${extensions.join(',')}}`}`
}

/** The settings, checked as those of a pool in a configuration. */
async function wishOf(cwd: string, path: readonly string[], settings: object): Promise<AssetPoolWish> {
  // The caller names the folder: what lies below it may be read, wherever it is.
  const pool = { ...settings, path, allowOutside: true }
  const input = { assetPools: { assetLoader: pool } }
  const config = await gatherConfig({ cwd, env: {}, flags: {}, today: 0, input })
  const { allowOutside: _, ...wish } = config.assetPools.assetLoader as AssetPoolWish
  return 'allowOutside' in settings && settings.allowOutside === true ? { ...wish, allowOutside: true } : wish
}

/** Links may not lead out of the working directory; where the files lie elsewhere, not out of the folder that the patterns name. Null where there is none. */
async function rootOf(cwd: string, patterns: readonly string[]): Promise<string | null> {
  const base = resolve('/', baseOf(patterns.map((pattern) => absolute(cwd, pattern))))
  const inside = base === resolve(cwd) || base.startsWith(`${resolve(cwd)}${sep}`)
  return realpath(inside ? cwd : base).catch(() => null)
}

/** The patterns from the root. The root is a real path, the working directory need not be one. */
function fromRoot(cwd: string, root: string, wish: AssetPoolWish): AssetPoolWish {
  const patterns = wish.path.map((pattern) => absolute(cwd, pattern))
  const base = resolve('/', baseOf(patterns))
  const start = base === resolve(cwd) || base.startsWith(`${resolve(cwd)}${sep}`) ? resolve(cwd) : base
  const path = patterns.map((pattern) => {
    const [, not = '', rest = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
    const below = rest.startsWith(`${start}/`)
      ? rest.slice(start.length + 1)
      : relative(root, rest).split(sep).join('/')
    return `${not}${below}`
  })
  return { ...wish, path }
}

/** A pattern from the root of the file system, its `!` kept. */
function absolute(cwd: string, pattern: string): string {
  const [, not = '', rest = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
  return `${not}${(isAbsolute(rest) ? rest : join(resolve(cwd), rest)).split(sep).join('/')}`
}

/** As the caller names it: absolute where all patterns are, else from the working directory. */
function shownFrom(cwd: string, given: readonly string[], file: string): string {
  if (given.every((pattern) => isAbsolute(pattern.replace(/^!/, '')))) return file
  return relative(resolve(cwd), file).split(sep).join('/')
}

function problemsOf(
  { problems, ruleProblems, refused: left, items, files }: PoolFiles,
  shown: (file: string) => string,
  intolerable: readonly string[],
  given: readonly string[],
) {
  const bad = (one: PlacedProblem): boolean => spoils(one) || intolerable.includes(one.code ?? '')
  const told = (one: PlacedProblem): AssetProblem => problemOf(one, shown(one.file))
  const none = files.length + left.length === 0 && items.length === 0
  const spoilt = new Set(problems.filter((one) => intolerable.includes(one.code ?? '')).map(({ file }) => file))
  return {
    errors: [
      ...(none ? [noFiles(given)] : []),
      ...ruleProblems.map((one) => problemOf(one, one.file)),
      ...left.map(({ file, why, next }) => refusedFile(shown(file), why, next)),
      ...problems.filter(bad).map(told),
    ],
    warnings: problems.filter((one) => !bad(one)).map(told),
    spoilt,
  }
}

const problemOf = (one: PlacedProblem, file: string): AssetProblem => ({
  code: one.code ?? 'asset-unreadable',
  message: one.message,
  file,
  line: one.line,
  column: one.column ?? null,
  expected: one.expected,
  found: one.found,
  hint: one.next,
})

const refusedFile = (file: string, why: string, hint: string): AssetProblem => ({
  code: 'asset-refused',
  message: `${file} is not read: ${why}.`,
  file,
  line: null,
  column: null,
  expected: 'a plain file inside of the project',
  found: why,
  hint,
})

const noFiles = (given: readonly string[]): AssetProblem => ({
  code: 'no-files',
  message: `No file matches ${given.join(', ')}.`,
  file: given.join(', '),
  line: null,
  column: null,
  expected: 'a file',
  found: 'none',
  hint: 'Look at the path: it starts from the working directory.',
})

function refused(errors: readonly AssetProblem[]): SeedError {
  const findings = errors.map(({ code, message, file, line, column, expected, found, hint }) => {
    const place = [file, line, column].filter((part) => part !== null).join(':')
    return finding(code, 'error', { file: place }, message, { expected, found, next: hint })
  })
  return new SeedError({
    code: 'assets-invalid',
    message: `${errors.length === 1 ? 'A file' : `${errors.length} files or items`} cannot be loaded: ${errors[0]?.message}`,
    place: findings[0]?.place ?? {},
    next: errors[0]?.hint ?? 'Mend all of them.',
    findings,
  })
}

/** A plain array for whoever looks through it: what it says besides does not come along. */
function withProperties<Loaded>(
  loaded: Loaded[],
  errors: readonly AssetProblem[],
  warnings: readonly AssetProblem[],
): LoadedAssets<Loaded> {
  return Object.defineProperties(loaded, {
    loaded: { value: [...loaded] },
    errors: { value: errors },
    warnings: { value: warnings },
  }) as LoadedAssets<Loaded>
}
