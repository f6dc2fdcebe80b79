import type { ByPlace, Constant, Edge, Fields, Match, Recipe } from '../model/recipe.ts'
import type { Encoding, Value } from '../model/value.ts'
import { compileDerive } from './derive/compile-derive.ts'
import { compileDealt } from './draws/dealt.ts'
import { compileDraw } from './draws/draw.ts'
import { compilePick } from './draws/pick.ts'
import { compileSerial } from './draws/serial.ts'
import { toText } from './encode.ts'
import { compileExpressed } from './expressed.ts'
import { compileFollow } from './follow.ts'
import { compileInput } from './input.ts'
import type { Maker, Site } from './maker.ts'
import type { Frame } from './rows/frame.ts'
import { compileFromAsset } from './rows/from-asset.ts'
import { field } from './text/line-buffer.ts'

/** Turns a recipe into a function of the row. Everything that does not depend on the row is done here. */
export function compileRecipe(recipe: Recipe, site: Site): Maker {
  switch (recipe.kind) {
    case 'leave':
      return { make: () => null }
    case 'constant':
      return compileConstant(recipe, site)
    case 'serial':
      return compileSerial(recipe)
    case 'draw':
      return compileDraw(recipe, site)
    case 'pick':
      return compilePick(recipe, site)
    case 'follow':
      return compileFollow(recipe, site)
    case 'derive':
      return compileDerive(recipe, site)
    case 'compose':
      return compileRecipe(recipe.fallback, site)
    case 'object':
      return compileFields(recipe, site)
    case 'by-place':
      return compileByPlace(recipe, site)
    case 'edge':
      return compileEdge(recipe, site)
    case 'match':
      return compileMatch(recipe, site)
    case 'dealt':
      return compileDealt(recipe, site, compileRecipe)
    case 'expression':
      return compileExpressed(recipe, site)
    case 'asset':
      return compileFromAsset(recipe, site, compileRecipe)
  }
}

function compileConstant({ value }: Constant, site: Site): Maker {
  const bytes = field(toText(value, site.encoding))
  return { make: () => value, write: (_frame, buffer) => buffer.raw(bytes) }
}

/** Each field draws from an address of its own: the column's name, a dot, and its key. */
function compileFields({ fields, written = {} }: Fields, site: Site): Maker {
  const makers = Object.entries(fields).map(([key, recipe]) => {
    const encoding = Object.hasOwn(written, key) ? written[key] : undefined
    const { make } = compileRecipe(recipe, {
      ...site,
      column: `${site.column}.${key}`,
      encoding: encoding ?? JSON_FIELD,
    })
    return [key, encoding === undefined ? make : (frame: Frame) => member(make(frame), encoding)] as const
  })
  return {
    make: (frame) => Object.fromEntries(makers.map(([key, make]): [string, Value] => [key, make(frame)])),
  }
}

/** JSON has numbers and truth values; all else is the text that Postgres would print. */
function member(value: Value, encoding: Encoding): Value {
  if (value === null || encoding.kind === 'boolean') return value
  if (encoding.kind !== 'number') return toText(value, encoding)
  const number = Number(value)
  return Number.isSafeInteger(number) || (!Number.isInteger(number) && Number.isFinite(number)) ? number : String(value)
}

const JSON_FIELD = { kind: 'text' } as const

function compileByPlace({ first, rest, told }: ByPlace, site: Site): Maker {
  const one = compileRecipe(first, site)
  const others = compileRecipe(rest, site)
  if (told === 'last') {
    const last = (frame: Frame): number => Math.max(0, (site.table.layout?.firstCount(frame.parent) ?? 0) - 1)
    return { make: (frame) => (!frame.given && frame.j === last(frame) ? one : others).make(frame) }
  }
  return { make: (frame) => (frame.j === 0 && !frame.given ? one : others).make(frame) }
}

function compileEdge({ every, offset, values, otherwise }: Edge, site: Site): Maker {
  const usual = compileRecipe(otherwise, site)
  return {
    make: (frame) =>
      (frame.row + offset) % every === 0
        ? (values[Math.floor((frame.row + offset) / every) % values.length] as Value)
        : usual.make(frame),
  }
}

function compileMatch({ column, link, cases, otherwise }: Match, site: Site): Maker {
  const { read, encoding: own } = compileInput(site.table, link === undefined ? { column } : { link, column })
  const encoding = own ?? { kind: 'text' }
  const rest = compileRecipe(otherwise, site)
  const makers = new Map<string | null, Maker>()
  for (const { values, recipe } of cases) {
    const maker = compileRecipe(recipe, site)
    for (const value of values) makers.set(toText(value, encoding), maker)
  }
  return { make: (frame) => (makers.get(toText(read(frame), encoding)) ?? rest).make(frame) }
}
