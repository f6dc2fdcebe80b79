import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findProject } from '../../src/database/find-project.ts'
import { findProjectSql } from '../../src/database/migrations/find-project-sql.ts'
import { project } from './project.ts'

const FIRST = 'migrations/20240101000000_first.sql'

describe('finding the project', () => {
  test('the nearest folder upward, from the configuration first, then from where one is', () => {
    const one = project({ [FIRST]: '' })
    const other = project({ 'config.toml': '' })
    const find = (...starts: readonly string[]) => findProject({ starts, cwd: one.folder })
    expect(find(join(one.folder, 'supabase', 'migrations'), other.folder)).toBe(one.folder)
    expect(find(join(one.folder, '..'), other.folder)).toBe(other.folder)
    expect(find(join(one.folder, '..'))).toBeNull()
  })

  test('in a workspace: the only one of its packages, from anywhere in the repository', () => {
    const { folder } = project({
      '../.git/HEAD': '',
      '../apps/api/index.ts': '',
      '../apps/web/supabase/config.toml': '',
    })
    const web = join(folder, 'apps', 'web')
    const find = (start: string, workdir?: string) => findProject({ starts: [start], cwd: folder, workdir })
    expect(find(folder)).toBe(web)
    expect(find(join(folder, 'apps', 'api'))).toBe(web)
    expect(find(folder, 'apps/web')).toBe(web)
    expect(() => find(folder, 'apps/api')).toThrow(expect.objectContaining({ code: 'workdir-without-project' }))
  })

  test('in a workspace with several: whoever is meant must be named', () => {
    const { folder } = project({
      '../apps/web/supabase/config.toml': '',
      '../packages/db/supabase/migrations/1_a.sql': '',
    })
    const find = (start: string, workdir?: string) => findProject({ starts: [start], cwd: folder, workdir })
    expect(() => find(folder)).toThrow(
      expect.objectContaining({
        code: 'several-projects',
        found: 'apps/web/supabase, packages/db/supabase',
        next: expect.stringContaining('--workdir apps/web'),
      }),
    )
    expect(find(folder, 'packages/db')).toBe(join(folder, 'packages', 'db'))
    expect(find(join(folder, 'apps', 'web'))).toBe(join(folder, 'apps', 'web'))
  })

  test('migrations in the order of their names; others are named and left out', () => {
    const { folder } = project({
      'migrations/20240102000000_b.sql': '',
      'migrations/20240101000000_a_1.sql': '',
      'migrations/20210101000000_init.sql': '',
      'migrations/9_short.sql': '',
      'migrations/draft.sql': '',
      'migrations/README.md': '',
      'migrations/20240103000000_folder.sql/x.txt': '',
      'schemas/never.sql': '',
    })
    const found = findProjectSql(folder, folder)
    expect(found).toMatchObject({ kind: 'migrations', folder: 'supabase/migrations', roles: null })
    expect(found?.files.map(({ version, name, key }) => [version, name, key])).toEqual([
      ['20240101000000', 'a_1', 'supabase/migrations/20240101000000_a_1.sql'],
      ['20240102000000', 'b', 'supabase/migrations/20240102000000_b.sql'],
      ['9', 'short', 'supabase/migrations/9_short.sql'],
    ])
    expect(found?.findings.map(({ id }) => id)).toEqual([
      'migration-skipped:supabase/migrations/20210101000000_init.sql',
      'migration-skipped:supabase/migrations/draft.sql',
    ])
  })

  test('two migrations of one version', () => {
    const { folder } = project({ 'migrations/1_a.sql': '', 'migrations/1_b.sql': '' })
    expect(() => findProjectSql(folder, folder)).toThrow(
      expect.objectContaining({ code: 'migration-twice', message: expect.stringContaining('1_b.sql') }),
    )
  })

  test('declared schemas, in the order of schema_paths or of their names', () => {
    const { folder, write } = project({ 'schemas/b.sql': '', 'schemas/a/z.sql': '', 'schemas/a.txt': '' })
    const names = (): string[] | undefined => findProjectSql(folder, folder)?.files.map(({ key }) => key)
    expect(names()).toEqual(['supabase/schemas/a/z.sql', 'supabase/schemas/b.sql'])
    write({
      'config.toml': '[db.migrations]\nschema_paths = ["./schemas/b.sql", "schemas/**/*.sql", "./nothing/*.sql"]\n',
    })
    expect(names()).toEqual(['supabase/schemas/b.sql', 'supabase/schemas/a/z.sql'])
    expect(findProjectSql(folder, folder)?.findings).toMatchObject([
      { code: 'schema-path-empty', message: expect.stringContaining('./nothing/*.sql') },
    ])
  })

  test('switched off, empty, or with a configuration that cannot be read', () => {
    const { folder, write } = project({ [FIRST]: '', 'config.toml': '[db.migrations]\nenabled = false\n' })
    expect(findProjectSql(folder, folder)).toBeNull()
    write({ 'config.toml': '[db.migrations]\nschema_paths = "x"\n' })
    expect(() => findProjectSql(folder, folder)).toThrow(expect.objectContaining({ code: 'config-toml-unusable' }))
    const empty = project({ 'config.toml': '' })
    expect(findProjectSql(empty.folder, empty.folder)).toBeNull()
  })
})
