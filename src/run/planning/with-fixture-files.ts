import { readFile, realpath } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { checkFixtureFile, type FixtureFile } from '../../config/check-fixture-file.ts'
import { importModule } from '../../config/import-config.ts'
import { tableKey } from '../../config/table-key.ts'
import type { Config } from '../../model/config.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { refuseFixtures } from '../../plan/fixtures/check/refuse-fixtures.ts'
import { findFiles } from '../../sources/files/find-files.ts'
import { readDataFile } from '../../sources/files/read-data-file.ts'

const MODULES = ['.ts', '.mts', '.js', '.mjs', '.cjs']
const DATA = ['.yaml', '.yml', '.json']

/** Beside a configuration that is a file, where nothing else is said. */
const USUAL = ['fixtures/*.{yaml,yml,json,ts,mts,js,mjs,cjs}']

/**
 * The configuration with the rows that stand in files: those that it names, else those of `fixtures/` beside it. Of that folder only modules are evaluated that import
 * supa-seed: other tools keep theirs there as well.
 * @throws SeedError `fixtures-invalid`, or the code of the only problem: `handle-twice`, `fixture-file`, `invalid-setting`; `config-broken`
 */
export async function withFixtureFiles(config: Config): Promise<Config> {
  const patterns = config.fixturePaths ?? (config.file === null ? [] : USUAL)
  if (patterns.length === 0) return config
  const root = await realpath(config.root)
  const { files, refused } = await findFiles(root, patterns)
  const problems: Finding[] = refused.map(({ file, why, next }) => broken(file, why, next.replace(/, or say .*/, '.')))
  if (config.fixturePaths !== null && files.length === 0 && refused.length === 0)
    problems.push(
      broken(
        config.fixturePaths.join(', '),
        'no file has such a path',
        'Mend the path: it begins where the configuration is.',
      ),
    )
  const read: FixtureFile[] = []
  for (const file of files) {
    const said = await readOne(root, file, config.fixturePaths !== null)
    if (said === null) continue
    if ('code' in said) problems.push(said)
    else read.push(said)
  }
  return merged(config, read, problems)
}

/** Null: nothing for us. */
async function readOne(root: string, file: string, named: boolean): Promise<FixtureFile | Finding | null> {
  const extension = extname(file)
  if (MODULES.includes(extension)) {
    const path = join(root, file)
    if (!named && !/['"]supa-seed['"]/.test(await readFile(path, 'utf8'))) return null
    return checkFixtureFile(await importModule(path, file), file)
  }
  if (!DATA.includes(extension))
    return broken(
      file,
      `it ends in ${extension === '' ? 'nothing' : extension}`,
      'Write YAML, JSON, TypeScript or JavaScript.',
    )
  const data = readDataFile(root, file)
  if ('message' in data) return broken(data.place, data.message, 'Mend the file.')
  return data.value === null ? null : checkFixtureFile(data.value, file)
}

/** Lays the files beside the configuration: no handle and no trait is said twice. */
function merged(config: Config, read: readonly FixtureFile[], problems: Finding[]): Config {
  const rows = copied(config.fixtures)
  const traits = copied(config.traits)
  const files: Record<string, Record<string, string>> = Object.create(null)
  for (const one of read) {
    problems.push(...one.problems)
    lay(rows, one.rows, one.file, problems, 'fixtures', files)
    lay(traits, one.traits, one.file, problems, 'traits', Object.create(null))
  }
  refuseFixtures(problems)
  const asked = Object.keys(rows).length > 0
  return {
    ...config,
    fixtures: rows,
    traits,
    fixtureFiles: files,
    named: config.named || (asked && config.rows === null),
  }
}

type Tables = Record<string, Record<string, object>>

const copied = (tables: Readonly<Record<string, object>>): Tables & Config['fixtures'] =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, Object.assign(Object.create(null), rows)])),
  )

function lay(
  below: Tables,
  above: FixtureFile['rows'],
  file: string,
  problems: Finding[],
  setting: string,
  files: Record<string, Record<string, string>>,
): void {
  for (const [name, said] of Object.entries(above)) {
    const table = Object.keys(below).find((one) => tableKey(one) === tableKey(name)) ?? name
    const rows = below[table] ?? (Object.create(null) as Record<string, object>)
    const from = files[table] ?? (Object.create(null) as Record<string, string>)
    below[table] = rows
    files[table] = from
    for (const [handle, row] of Object.entries(said)) {
      if (Object.hasOwn(rows, handle))
        problems.push(twice(`${setting}.${table}.${handle}`, file, from[handle] ?? 'the configuration'))
      rows[handle] = row
      from[handle] = file
    }
  }
}

const twice = (path: string, file: string, other: string): Finding =>
  finding('handle-twice', 'error', { path, file }, `${path} is said in ${file} and in ${other}.`, {
    expected: 'one row for a handle',
    found: 'two',
    next: 'Give one of them another name.',
  })

const broken = (file: string, why: string, next: string): Finding =>
  finding('fixture-file', 'error', { file }, `${file} cannot be read: ${why}.`, { next })
