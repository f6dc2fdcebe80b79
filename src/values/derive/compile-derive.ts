import type { Derive, DeriveName } from '../../model/recipe.ts'
import { AddressDraws } from '../draws/entropy.ts'
import { toText } from '../encode.ts'
import { compileInput } from '../input.ts'
import { compileSuffix, withSuffix } from '../keys/unique-path.ts'
import type { Maker, Site } from '../maker.ts'
import { above, below } from './above.ts'
import { difference, product, ratio, sum } from './arithmetic.ts'
import { children } from './children.ts'
import { type Deriver, numberOption } from './deriver.ts'
import { gather } from './gather.ts'
import { gatheredOf } from './gathered.ts'
import { nested } from './nested-set.ts'
import { next } from './next.ts'
import { depth, path, position } from './position.ts'
import { stage } from './stage.ts'
import { concat, copy, excerpt, format, initials, length, lower, slug, trim, upper, url } from './text.ts'
import { after, before } from './time.ts'

const derivers: Readonly<Record<DeriveName, Deriver>> = {
  copy,
  slug,
  excerpt,
  after,
  before,
  above,
  below,
  sum,
  product,
  difference,
  ratio,
  lower,
  upper,
  trim,
  initials,
  concat,
  format,
  length,
  position,
  depth,
  path,
  children,
  gather,
  nested,
  next,
  stage,
  url,
}

/** A function of other columns. */
export function compileDerive(recipe: Derive, { table, column, encoding }: Site): Maker {
  const { seed, now } = table.compilation
  const site = {
    table,
    inputs: recipe.from.map((input) => compileInput(table, input)),
    over: recipe.over === undefined ? null : gatheredOf(table, recipe.over),
    options: recipe.options ?? {},
    encoding,
    draws: new AddressDraws(seed, table.plan.id, column, 'draw'),
    now,
  }
  const make = derivers[recipe.with](site)
  const { unique } = recipe
  if (unique === undefined) return { make }
  const maxLength = numberOption(site, 'maxLength') ?? Number.POSITIVE_INFINITY
  if (unique.by === 'path') {
    const suffix = compileSuffix(unique)
    return { make: (frame) => withSuffix(toText(make(frame), encoding) ?? '', suffix(frame), maxLength) }
  }
  const index = table.permutedIndex(unique)
  return {
    make: (frame) =>
      withSuffix(toText(make(frame), encoding) ?? '', String(index.digit(frame, unique.digit) + 1), maxLength),
  }
}
