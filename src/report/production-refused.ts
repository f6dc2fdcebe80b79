import { SeedError } from '../model/seed-error.ts'

/** The error for a database that is marked as production, whose name nobody typed in. `found`: what there was instead. */
export const productionRefused = (name: string, found: string): SeedError =>
  new SeedError({
    code: 'production-refused',
    message: `${name} is marked as production in the configuration. Nothing was written.`,
    place: { path: `remotes.${name}` },
    expected: 'its name, typed in on a terminal',
    found,
    next: 'If you mean it, run the command on a terminal, without --yes and --json, and type the name.',
  })
