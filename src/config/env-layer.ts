import { settingFlags } from './flags.ts'
import type { Layer } from './layer.ts'
import { readWord } from './read-words.ts'

/** The environment as a layer: `SUPA_SEED_SEED` and the like. An empty variable says nothing. */
export function envLayer(env: Readonly<Record<string, string | undefined>>): Layer {
  const said = settingFlags().filter(({ env: name }) => name !== null && (env[name] ?? '') !== '')
  return {
    kind: 'environment',
    name: 'environment',
    input: Object.fromEntries(
      said.map(({ path, read, env: name }) => [path.join('.'), readWord(read, env[name ?? ''] ?? '')]),
    ),
    names: Object.fromEntries(said.map(({ path, env: name }) => [path.join('.'), name ?? ''])),
  }
}
