import { SeedError } from '../model/seed-error.ts'

/** Parses plain JSON (a byte order mark is forgiven). @throws SeedError `config-broken` with the line where known. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const line = lineOf(text, (cause as Error).message)
    throw new SeedError({
      code: 'config-broken',
      message: `${file} is not JSON: ${saidOf(cause as Error)}.`,
      place: { file: `${file}:${line}` },
      expected: 'plain JSON, without comments and trailing commas',
      next: /^\s*(\/\/|\/\*)/m.test(text)
        ? 'Take the comments out, or write the configuration as supa-seed.config.ts.'
        : `Look at line ${line} of ${file}.`,
    })
  }
}

/** Without the piece of the file that newer versions of Node.js put there: passwords stand in configurations. */
const saidOf = ({ message }: Error): string =>
  message
    .replace(/ in JSON| \(line \d+ column \d+\)/g, '')
    .replace(/, (\.\.\.)?"[\s\S]*" is not valid JSON$|, (\.\.\.)?"[\s\S]*"\.\.\. is not valid JSON$/, '')

function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return before.split('\n').length
}
