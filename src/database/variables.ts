import type { EnvironmentFile } from './environment-files.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Finds a variable of the environment, or of the `.env` files. */
export type Variable = (name: string) => string | undefined

/** The first of these variables that has a value, and where it was found: the process's own environment before every file. */
export function findVariable(
  names: readonly string[],
  env: Environment,
  files: readonly EnvironmentFile[],
): { readonly value: string; readonly source: string } | null {
  for (const name of names) {
    const value = env[name]
    if (value) return { value, source: name }
  }
  for (const name of names) {
    for (const { path, values } of files) {
      const value = values[name]
      if (value) return { value, source: `${name} (${path})` }
    }
  }
  return null
}

/** Looks up one variable at a time, in the same order. */
export const variableOf =
  (env: Environment, files: readonly EnvironmentFile[]): Variable =>
  (name) =>
    findVariable([name], env, files)?.value

/** What a text of `config.toml` stands for: `env(NAME)` is the variable, anything else is itself. */
export function resolveText(text: string, variable: Variable): string | undefined {
  const name = /^env\((\w+)\)$/.exec(text)?.[1]
  return name === undefined ? text : variable(name)
}
