import { createRequire } from 'node:module'
import { type Raw, shownAt } from './raw.ts'

const require = createRequire(import.meta.url)

/** Tables and lists inside each other. */
const DEEPEST = 64

/** Reads TOML 1.0. Dates and times become texts as ISO 8601 has them; local ones have no zone. */
export function parseToml(text: string): Raw {
  const { parse, TomlError } = require('smol-toml') as typeof import('smol-toml')
  try {
    return { value: parse(text, { maxDepth: DEEPEST }) }
  } catch (error) {
    const { message } = error as Error
    if (!(error instanceof TomlError)) return { message, at: 0 }
    const lines = text.split('\n').slice(0, error.line - 1)
    const at = lines.reduce((sum, line) => sum + line.length + 1, error.column - 1)
    return { message: message.replace(/^Invalid TOML document: /, ''), at, found: shownAt(text, at) }
  }
}
