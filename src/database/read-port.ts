import { readProjectConfig, tableAt, unusableConfig } from './read-project-config.ts'
import { resolveText, type Variable } from './variables.ts'

/**
 * The port that a section of `supabase/config.toml` names, as a number or as `env(NAME)`; `otherwise` where it names none.
 * @throws SeedError `config-toml-unusable`
 */
export function readPort(project: string, section: 'db' | 'api', otherwise: number, variable: Variable): number {
  const given = tableAt(readProjectConfig(project), section).port
  const port = Number((typeof given === 'string' ? resolveText(given, variable) : given) ?? otherwise)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw unusableConfig(project, `${section}.port is not a port: ${String(given)}`)
}
