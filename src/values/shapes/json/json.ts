import type { ShapeOptions } from '../../../model/shapes.ts'
import type { Value } from '../../../model/value.ts'
import type { RowContext, ShapeMaker } from '../../shape-maker.ts'
import { nouns } from '../../words/nouns.ts'
import { pick } from '../text/pick.ts'
import { sentence } from '../text/sentence.ts'
import { ShiftedDraws } from '../type/shifted-draws.ts'
import { type JsonSource, sourceByKey } from './by-key.ts'
import { flavours } from './flavours.ts'

type Options = ShapeOptions['json']

const isObject = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** A value of the type that a check demands. */
function ofType({ flavour, type }: Options): JsonSource {
  const source = flavours[flavour]
  switch (type) {
    case 'string':
      return (draws) => sentence(draws, 0)
    case 'number':
      return (draws) => 1 + draws.below(0, 1000)
    case 'boolean':
      return (draws) => draws.below(0, 2) === 0
    case 'array':
      return asArray(source, flavour)
    case 'object':
      return (draws) => {
        const value = source(draws)
        return isObject(value) ? value : { items: value }
      }
    default:
      return source
  }
}

function asArray(source: JsonSource, flavour: Options['flavour']): JsonSource {
  if (flavour === 'empty') return () => []
  if (flavour === 'tags' || flavour === 'list') return source
  if (flavour === 'object') return (draws) => [pick(draws, 0, nouns), pick(draws, 1, nouns)]
  return (draws) => [source(draws)]
}

/** Sets a key; `__proto__` is one like any other. */
function setKey(object: Record<string, Value>, key: string, value: Value): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

/** The flavour with these keys in it: its own value where it has the key, else what the name of the key suggests. */
function withKeys(source: JsonSource, keys: readonly string[], flavour: Options['flavour']): JsonSource {
  const sources = keys.map(sourceByKey)
  const parts = keys.length + 1
  return (draws) => {
    const made = flavour === 'object' || flavour === 'empty' ? {} : source(draws)
    const value: Record<string, Value> = isObject(made) ? { ...made } : {}
    const shifted = new ShiftedDraws(draws, parts)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as string
      if (!Object.hasOwn(value, key)) setKey(value, key, (sources[at] as JsonSource)(shifted.point(draws, at + 1)))
    }
    return value
  }
}

/** A value that carries the path of its row: an object as `ref`, a list as its last item, a text at its end. */
function withPath(value: Value, { suffix, row }: RowContext): Value {
  if (suffix === null) return value
  if (Array.isArray(value)) return [...value, suffix]
  if (isObject(value)) return { ...value, ref: suffix }
  return typeof value === 'number' ? row + 1 : `${value} ${suffix}`
}

/** JSON values: believable objects of a flavour; with `keys` these are always there. */
export const json: ShapeMaker<'json'> = {
  compile(options) {
    const { keys, flavour } = options
    const source = ofType(options)
    if (keys === undefined || keys.length === 0 || (options.type !== undefined && options.type !== 'object'))
      return (draws, row) => withPath(source(draws), row)
    const full = withKeys(source, keys, flavour)
    return (draws, row) => withPath(full(draws), row)
  },
}
