import type { Persona } from '../model/config.ts'
import { nearest } from '../model/nearest.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Merged } from './merge-layers.ts'
import { DEFAULT_PERSONAS, KNOWN_PERSONAS } from './personas.ts'

/**
 * The personas of users that are made, in turn.
 * @throws SeedError `unknown-persona` with the nearest name and those that are known.
 */
export function personaWishes(settings: Merged['settings']): readonly Persona[] {
  const { users, additionalUsers, userStrategy, personas = {} } = settings
  const known = new Map<string, Persona>(KNOWN_PERSONAS)
  for (const [name, { weight, role, metadata, bio }] of Object.entries(personas)) {
    const below = known.get(name)
    known.set(name, {
      name,
      weight: weight ?? below?.weight ?? 1,
      role: role === undefined ? (below?.role ?? null) : role,
      metadata: { ...below?.metadata, ...(metadata as Persona['metadata'] | undefined) },
      bio: bio ?? below?.bio ?? [],
    })
  }
  const own = typeof users === 'object' ? users.personas : undefined
  const added = userStrategy === 'hybrid' ? (additionalUsers?.personas ?? own ?? DEFAULT_PERSONAS) : own
  const path = added === own ? 'users.personas' : 'additionalUsers.personas'
  return (added ?? []).map((name, at) => known.get(name) ?? refuse(name, `${path}[${at}]`, [...known.keys()]))
}

function refuse(name: string, path: string, known: readonly string[]): never {
  const close = nearest(name, known)
  throw new SeedError({
    code: 'unknown-persona',
    message: `There is no persona ${name}.`,
    place: { path },
    expected: `one of ${known.join(', ')}`,
    found: name,
    next: close === null ? `Define it: personas: { ${JSON.stringify(name)}: { weight: 2 } }` : `Did you mean ${close}?`,
  })
}
