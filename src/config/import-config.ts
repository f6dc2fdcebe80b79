import { basename } from 'node:path'
import { SeedError } from '../model/seed-error.ts'
import { ago } from './ago.ts'
import { ahead } from './ahead.ts'
import { defineConfig } from './define-config.ts'
import { ref } from './ref.ts'
import { sequence } from './sequence.ts'

/**
 * Evaluates the user's configuration module (TypeScript or JavaScript) and gives its default export. `supa-seed` itself can be imported there,
 * also where it is not installed (`npx supa-seed`).
 * @throws SeedError `config-broken`
 */
export async function importConfig(path: string, file: string): Promise<unknown> {
  const config = await importModule(path, file)
  if (typeof config === 'object' && config !== null) return config
  throw new SeedError({
    code: 'config-broken',
    message: `${file} exports no configuration.`,
    place: { file },
    expected: 'export default defineConfig({ … })',
    found:
      config === undefined
        ? 'no default export'
        : `a default export of type ${config === null ? 'null' : typeof config}`,
    next: "Write: import { defineConfig } from 'supa-seed' and export default defineConfig({ tables: { posts: 50 } })",
  })
}

/** The default export of any module of the user's, or what it gives where that is a promise. @throws SeedError `config-broken` */
export async function importModule(path: string, file: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(path, {
    interopDefault: false,
    moduleCache: false,
    virtualModules: { 'supa-seed': { ago, ahead, defineConfig, ref, sequence } },
  })
  const exported = await jiti.import<{ default?: unknown; __esModule?: boolean }>(path).catch((cause: unknown) => {
    throw broken(path, file, cause)
  })
  return isCommonJs(exported) ? exported : exported.default
}

/** `module.exports = { … }`: a module of the other kind is marked as such, or is a namespace. An empty file is neither. */
const isCommonJs = (exported: object): boolean =>
  Object.keys(exported).length > 0 &&
  !('default' in exported || '__esModule' in exported || Symbol.toStringTag in exported)

function broken(path: string, file: string, cause: unknown): SeedError {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  const line = lineOf(path, error)
  return new SeedError({
    code: 'config-broken',
    message: `${file} cannot be evaluated: ${firstLine(error.message).replaceAll(path, file)}`,
    place: { file: line === null ? file : `${file}:${line}` },
    next: line === null ? `Look at ${file}.` : `Look at line ${line} of ${file}.`,
    cause,
  })
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''

/** Where the module failed: babel says `(12:5)` for slips of syntax, stacks name the file. */
function lineOf(path: string, error: Error): string | null {
  for (const line of `${error.message}\n${error.stack ?? ''}`.split('\n')) {
    const match = line.includes(basename(path)) ? /:(\d+):\d+\)?\s*$/.exec(line) : /\((\d+):\d+\)/.exec(line)
    if (match?.[1] !== undefined) return match[1]
  }
  return null
}
