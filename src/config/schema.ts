import { z } from 'zod'
import { assets } from './sections/assets.ts'
import { associations } from './sections/associations.ts'
import { contents } from './sections/contents.ts'
import { database } from './sections/database.ts'
import { datasetsOver } from './sections/datasets.ts'
import { given } from './sections/fixtures.ts'
import { instances } from './sections/instances.ts'
import { locales } from './sections/locales.ts'
import { kits } from './sections/makerkit.ts'
import { manifest } from './sections/manifest.ts'
import { functions } from './sections/mapping.ts'
import { remotes } from './sections/remotes.ts'
import { scope } from './sections/scope.ts'
import { strategy } from './sections/strategy.ts'
import { tables } from './sections/tables.ts'
import { people } from './sections/users.ts'
import { work } from './sections/work.ts'

/** What a dataset may say: everything but where the database is. */
const parts = {
  ...contents,
  ...locales,
  ...people,
  ...strategy,
  ...kits,
  ...tables,
  ...given,
  ...instances,
  ...manifest,
  ...assets,
  ...associations,
  ...functions,
  ...scope,
  ...work,
}

/** The whole configuration. Types, flags, help, JSON Schema and docs are made of this and nothing else. */
export const configSchema = z.strictObject({
  ...database,
  ...remotes,
  ...datasetsOver(parts),
  ...parts,
  /** For editors: the address of the JSON Schema. Says nothing about seeding. */
  $schema: z.string().optional(),
})

/** What people write. */
export type ConfigInput = z.input<typeof configSchema>
