import { SeedError } from '../../../model/seed-error.ts'
import type { ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, RowContext, ShapeMaker } from '../../shape-maker.ts'
import { matcherOf } from './automaton.ts'
import { type Form, formOf } from './form.ts'
import { generate } from './generate.ts'
import { type Natural, naturalFor } from './natural.ts'
import type { Pattern } from './node.ts'
import { parsePattern } from './parse-pattern.ts'

type Options = ShapeOptions['text.pattern']

/** Draws of a generated text begin here, after those of natural ones. */
const GENERATED = 100
/** Shorter texts are tried so often where a pattern with back references drew one that is too long. */
const TRIES = 8

function parsed({ pattern, caseless = false }: Options): Pattern {
  const found = parsePattern(pattern, caseless)
  if (found !== null) return found
  throw new SeedError({
    code: 'unsupported-pattern',
    message: `The regular expression ${pattern} holds what supa-seed does not read, such as lookahead.`,
    expected: 'a regular expression without lookahead and lookbehind',
    found: pattern,
    next: 'Give the column its values in the configuration: `values: [...]`.',
  })
}

/** A text of at most `most` characters, where the pattern has any. */
function drawn(pattern: Pattern, draws: Draws, most: number): string {
  let text = generate(pattern, draws, GENERATED, most)
  for (let tries = 1; tries < TRIES && text.length > most; tries++)
    text = generate(pattern, draws, GENERATED * (tries + 1), 0)
  return text
}

const withoutDigits = (text: string): string => text.replace(/\d+$/, '')

/** Texts with the path, the most natural first. */
function* carriers(natural: Natural | null, text: string, draws: Draws, path: string): Generator<string> {
  if (natural !== null) yield natural.carry(draws, path)
  for (const mark of ['-', '_', '.', ' ', '/']) yield `${text}${mark}${path}`
  yield `${withoutDigits(text)}${path}`
  yield path
  yield `x${path}`
  yield `X${path.toUpperCase()}`
}

/** What `-x<k>` at the end of a path says, so that each candidate of a row has an index of its own. */
const candidateOf = (path: string): number => Number(/-x(\d+)$/.exec(path)?.[1] ?? 0)
/** Rows of this many candidates lie next to each other. */
const CANDIDATES = 8

/** A text that the row has for itself: with its path where the pattern leaves room, else by its number. */
function unique(
  text: string,
  natural: Natural | null,
  form: Form | null,
  draws: Draws,
  row: RowContext,
  fits: (text: string) => boolean,
): string {
  const path = row.suffix as string
  for (const carrier of carriers(natural, text, draws, path)) if (fits(carrier)) return carrier
  if (form === null) return text
  // First candidates are counted from the beginning, the few others from the end.
  const candidate = candidateOf(path)
  if (candidate === 0) return form.at(row.row % form.size)
  return form.at(form.size - 1 - ((row.row * CANDIDATES + candidate) % form.size))
}

/**
 * Texts that match a regular expression: of a familiar kind (words, an address, a number …) where the pattern takes that, else drawn from the
 * pattern itself. By index: texts of one form, see `patternSpace`. Unique by path: with the path where the pattern has room for it, else
 * by the number of the row.
 */
export const textPattern: ShapeMaker<'text.pattern'> = {
  compile(options) {
    const pattern = parsed(options)
    const most = options.maxLength ?? Number.POSITIVE_INFINITY
    const test = matcherOf(pattern)
    const fits = (text: string): boolean => text.length <= most && !pattern.backReferences && test(text)
    const natural = naturalFor(fits)
    let form: Form | null | undefined
    return (draws, row) => {
      const familiar = natural?.make(draws)
      const text = familiar !== undefined && fits(familiar) ? familiar : drawn(pattern, draws, most)
      if (row.suffix === null) return text
      if (form === undefined) form = formOf(pattern, most)
      return unique(text, natural, form, draws, row, fits)
    }
  },
  at(options) {
    const form = formOf(parsed(options), options.maxLength ?? Number.POSITIVE_INFINITY)
    return (index) => form?.at(index) ?? null
  },
}
