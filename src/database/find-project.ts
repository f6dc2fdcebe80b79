import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { SeedError } from '../model/seed-error.ts'
import { slashes } from './slashes.ts'

/** From where a Supabase project is looked for. */
export interface Whereabouts {
  /** Folders, the most likely first. */
  readonly starts: readonly string[]
  readonly cwd: string
  /** `--workdir`: the project's folder itself, relative to `cwd`; nothing else is looked at. */
  readonly workdir?: string | null | undefined
}

/** What a folder named `supabase` holds where it belongs to a project. */
const SIGNS: readonly string[] = ['config.toml', 'migrations', 'schemas']

/** Where workspaces keep their packages. */
const WORKSPACES = ['apps', 'packages']

/**
 * The folder whose `supabase/` holds a project (one of `signs`): the one that is named, else the nearest from the first start upward, then from the next; else
 * the only one in `apps/*` and `packages/*`, from the starts up to the root of the repository. Null where there is none.
 * @throws SeedError `workdir-without-project`, `several-projects`
 */
export function findProject(where: Whereabouts, signs: readonly string[] = SIGNS): string | null {
  const { cwd, workdir } = where
  if (workdir != null) return named(resolve(cwd, workdir), workdir, signs)
  const [first, ...others] = projectsAround(where, signs)
  if (others.length === 0) return first ?? null
  const found = [first ?? '', ...others].map((folder) => shown(relative(cwd, join(folder, 'supabase'))))
  throw new SeedError({
    code: 'several-projects',
    message: `There are ${found.length} Supabase projects in this workspace: ${found.join(', ')}.`,
    expected: 'one, or which of them is meant',
    found: found.join(', '),
    next: `Name its folder: --workdir ${shown(relative(cwd, first ?? ''))} (or run it from there, or name the database with --db-url).`,
  })
}

/** All that `findProject` has to choose from: one where it is found upward. */
export function projectsAround({ starts }: Whereabouts, signs: readonly string[] = SIGNS): readonly string[] {
  for (const start of starts) for (const folder of upward(start)) if (isProject(folder, signs)) return [folder]
  for (const start of starts) {
    const found = inRepository(start).flatMap((folder) => packagesOf(folder).filter((one) => isProject(one, signs)))
    if (found.length > 0) return found
  }
  return []
}

function named(folder: string, shown: string, signs: readonly string[]): string | null {
  if (isProject(folder, signs)) return folder
  if (isProject(folder, SIGNS)) return null
  throw new SeedError({
    code: 'workdir-without-project',
    message: `The folder ${shown} holds no Supabase project.`,
    place: { file: shown },
    expected: `${SIGNS.map((sign) => `supabase/${sign}`).join(', ')} in it`,
    next: 'Name the folder that holds supabase/, as for the Supabase CLI, or leave --workdir out.',
  })
}

const isProject = (folder: string, signs: readonly string[]): boolean =>
  signs.some((sign) => existsSync(join(folder, 'supabase', sign)))

function packagesOf(folder: string): string[] {
  return WORKSPACES.flatMap((name) => {
    const parent = join(folder, name)
    if (!existsSync(parent) || !statSync(parent).isDirectory()) return []
    return readdirSync(parent)
      .sort()
      .map((one) => join(parent, one))
  })
}

function upward(start: string): readonly string[] {
  const all: string[] = []
  for (let folder = start; all.at(-1) !== folder; folder = dirname(folder)) all.push(folder)
  return all
}

/** A folder and those above it, to the root of the repository; the folder alone where there is none. */
function inRepository(start: string): readonly string[] {
  const all = upward(start)
  return all.slice(0, Math.max(1, all.findIndex((folder) => existsSync(join(folder, '.git'))) + 1))
}

const shown = (path: string): string => slashes(path) || '.'
