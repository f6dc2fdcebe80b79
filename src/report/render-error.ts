import { DatabaseError } from '../model/database.ts'
import { SeedError } from '../model/seed-error.ts'
import { withoutHashes } from '../model/without-hashes.ts'
import { printable } from './printable.ts'
import { renderFindings, spellPlace } from './render-findings.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

/** Passwords in URLs, wherever a message carries one; in those of databases whatever stands before the last `@` of the line. */
const SECRET = /(\bpostgres(?:ql)?:\/+[^\s:/@]*):[^\n]*@|(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):\S*@/gi

const REPORT = 'This is a bug in supa-seed. Run the same command with --verbose and report what it prints.'

/** What went wrong, where, what was expected and found, what to do next. A stack only when everything is asked for. */
export function renderError(error: unknown, page: Page): string {
  const { style, width, verbose } = page
  const lines = error instanceof SeedError ? renderSeedError(error, page) : renderSurprise(error, page)
  const stack = verbose ? stackOf(error).map((line) => style.dim(line)) : []
  return withoutSecrets(
    [...lines.flatMap((line) => (line.startsWith(' ') ? [line] : wrap(line, width))), ...stack].join('\n'),
  )
}

/** The same for `--json`. */
export function errorToJson(error: unknown): { readonly error: Record<string, unknown> } {
  const json =
    error instanceof SeedError
      ? error.toJSON()
      : { code: 'unexpected', message: messageOf(error), ...databaseFields(error), next: REPORT }
  return {
    error: JSON.parse(JSON.stringify(json), (_, value) =>
      typeof value === 'string' ? withoutSecrets(value) : value,
    ) as Record<string, unknown>,
  }
}

function renderSeedError(error: SeedError, page: Page): readonly string[] {
  const { style } = page
  const place = spellPlace(error.place, error.message).replace(/: $/, '')
  const details = [
    place === '' ? null : `at ${place}`,
    error.expected === undefined ? null : `expected ${error.expected}`,
    error.found === undefined ? null : `found ${error.found}`,
  ].filter((part) => part !== null)
  const several = error.findings.length > 1 || error.findings[0]?.message !== error.message
  return [
    `${style.bold(style.red('Error:'))} ${shown(error.message)}`,
    ...details.flatMap((text) => wrap(shown(text), page.width - 2)).map((line) => `  ${line}`),
    ...(several ? renderFindings(error.findings, page) : []),
    `${style.bold('Next:')} ${shown(error.next)}`,
    style.dim(`(${shown(error.code)})`),
  ]
}

function renderSurprise(error: unknown, { style, width }: Page): readonly string[] {
  const fields = Object.entries(databaseFields(error)).map(([name, value]) => `${name} ${value}`)
  return [
    `${style.bold(style.red('Unexpected error:'))} ${shown(messageOf(error))}`,
    ...fields.flatMap((text) => wrap(shown(text), width - 2)).map((line) => `  ${line}`),
    `${style.bold('Next:')} ${REPORT}`,
  ]
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What the server said of an error that nobody explained. */
function databaseFields(error: unknown): Record<string, string> {
  if (!(error instanceof DatabaseError)) return {}
  const { code: sqlstate, schema, table, column, constraint, detail, hint, where } = error
  const all = { sqlstate, schema, table, column, constraint, detail, hint, where }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function stackOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const own = (error.stack ?? '').split('\n').map(shown)
  return error.cause === undefined ? own : [...own, 'Caused by:', ...stackOf(error.cause)]
}

const withoutSecrets = (text: string): string =>
  withoutHashes(text).replace(SECRET, (_, database?: string, other?: string) => `${database ?? other}:***@`)

/** Before lines are wrapped: a password may have blanks. */
const shown = (text: string): string => printable(withoutSecrets(text))
