import { gatherConfig } from '../../../config/gather-config.ts'
import { digestBase, readBaseFiles } from '../../../database/base/base-files.ts'
import { findProject } from '../../../database/find-project.ts'
import { findProjectSql } from '../../../database/migrations/find-project-sql.ts'
import { readSqlFile } from '../../../database/migrations/read-sql-file.ts'
import type { ProjectSql } from '../../../database/migrations/sql-file.ts'
import { sqlFilesAt } from '../../../database/migrations/sql-files-at.ts'
import type { Config } from '../../../model/config.ts'
import { version } from '../../../version.ts'
import { digest } from '../../digest.ts'
import { readLessons } from '../../lessons/lessons-file.ts'
import { withFixtureFiles } from '../../planning/with-fixture-files.ts'
import type { TestDatabaseOptions } from './test-options.ts'

/** What a test database is made of, and a name for what comes of it. */
export interface TestRecipe {
  readonly config: Config
  /** With the rows that stand in files. */
  readonly filled: Config
  readonly sql: ProjectSql | null
  /** Equal for equal contents. */
  readonly key: string
  /** False: functions or files go into it that the key does not tell for another process. */
  readonly lasting: boolean
}

/** Configurations that hold functions are told apart by what they are. */
const objects = new WeakMap<object, number>()
let last = 0

/** @throws SeedError as reading a configuration and finding a project do */
export async function testRecipe({
  config: input,
  migrations,
  cwd = process.cwd(),
}: TestDatabaseOptions): Promise<TestRecipe> {
  const flags = typeof input === 'string' ? { config: input } : {}
  const called = typeof input === 'string' ? undefined : input
  const read = await gatherConfig({ cwd, env: process.env, flags, today: Date.now(), input: called })
  const config: Config = { ...read, adminApi: null, manifest: MANIFEST }
  const filled = await withFixtureFiles(config)
  const sql =
    migrations === undefined
      ? projectSql(config.root, cwd)
      : migrations === false
        ? null
        : sqlFilesAt([migrations].flat(), cwd)
  const files = sql === null ? [] : [...(sql.roles === null ? [] : [sql.roles]), ...sql.files]
  let functions = false
  const text = JSON.stringify(
    [
      version(),
      baseDigest(),
      files.map((file) => [file.key, readSqlFile(file)]),
      await readLessons(config.root),
      filled,
    ],
    (_, value: unknown) => {
      if (typeof value === 'bigint') return `${value}n`
      if (typeof value !== 'function') return value
      functions = true
      return String(value)
    },
  )
  const own = functions && typeof called === 'object' && called !== null ? String(numberOf(called)) : ''
  const lasting = !functions && Object.keys(config.assetPools).length === 0
  return { config, filled, sql, key: digest(`${text}${own}`), lasting }
}

let known: string | undefined
function baseDigest(): string {
  known ??= digestBase(readBaseFiles())
  return known
}

/** The rows that are given are written there, below a folder of the run's own. */
export const MANIFEST = 'handles.json'

function projectSql(root: string, cwd: string): ProjectSql | null {
  const project = findProject({ starts: [root, cwd], cwd })
  return project === null ? null : findProjectSql(project, cwd)
}

function numberOf(object: object): number {
  const known = objects.get(object)
  if (known !== undefined) return known
  last += 1
  objects.set(object, last)
  return last
}
