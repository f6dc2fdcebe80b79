import { gatherConfig } from '../../../config/gather-config.ts'
import { readManifest } from '../../manifest/manifest.ts'
import type { LooseHandles } from './handle-types.ts'
import { handlesOf } from './handles.ts'
import { givenRows } from './settled-fixtures.ts'

/** What `loadHandles` may be told besides. */
export interface LoadHandlesOptions {
  /** Default the working directory. */
  readonly cwd?: string
  /** The file that `seed` has written, from `cwd`, or its contents. */
  readonly manifest?: string | object
}

/** `handles` for a configuration in a file, and for fixtures in files beside it: the one at `path`, else the nearest. @throws SeedError as `handles` does, and `config-unreadable` */
export async function loadHandles(path?: string, options: LoadHandlesOptions = {}): Promise<LooseHandles> {
  const { cwd = process.cwd(), manifest } = options
  const flags = path === undefined ? {} : { config: path }
  const { withFixtureFiles } = await import('../../planning/with-fixture-files.ts')
  const said = await gatherConfig({ cwd, env: process.env, flags, today: Date.now() })
  const config = await withFixtureFiles(said)
  const read = manifest === undefined ? null : readManifest(manifest, cwd)
  return handlesOf(givenRows(config), read) as LooseHandles
}
