import type { Assets } from '../../../model/assets/assets.ts'
import { nearest } from '../../../model/nearest.ts'
import type { Call, Expression, Keys } from '../expression.ts'
import { mappingFunctions } from '../functions/index.ts'
import { arityOf, usageOf } from '../functions/mapping-function.ts'
import { MappingError } from '../mapping-error.ts'
import { hint } from './hint.ts'

/** A call as it was written. */
interface Written {
  readonly keys: Keys
  readonly given: readonly Expression[]
  readonly number: number
  readonly column: number
}

/** A call of a function that there is, with a fitting number of arguments. @throws MappingError */
export function callOf(written: Written, assets: Assets): Call {
  const { keys, given, number, column } = written
  const name = keys.join('.')
  if (keys[0] === 'faker' && keys.length > 1) return fakerCall(written, assets)
  const own = assets.callables?.functions ?? {}
  if (Object.hasOwn(own, name)) return { kind: 'call', of: 'own', name, arguments: given, number, column }
  const known = mappingFunctions.get(name)
  if (known === undefined) throw unknownFunction(name, [...mappingFunctions.keys(), ...Object.keys(own)], column)
  const { least, most } = arityOf(known)
  if (given.length < least || given.length > most)
    throw new MappingError({
      message: `${name} is called with ${given.length} arguments.`,
      expected: usageOf(name, known),
      found: `${given.length} arguments`,
      next: `Write it as ${usageOf(name, known)}.`,
      column,
    })
  return { kind: 'call', of: 'language', name, arguments: given, number, column }
}

const unknownFunction = (name: string, names: readonly string[], column: number): MappingError =>
  new MappingError({
    message: `There is no function ${name}.`,
    expected: `one of ${[...names].sort().join(', ')}, or faker.….…`,
    found: name,
    next: hint(nearest(name, names), 'docs/assets.md lists them; functions of your own go under functions.'),
    column,
  })

/** `faker.lorem.sentence` */
function fakerCall({ keys, given, number, column }: Written, { callables }: Assets): Call {
  const written = keys.join('.')
  const [, module = '', method = ''] = keys.map(String)
  const problem = (message: string, expected: string, next: string): MappingError =>
    new MappingError({ message, expected, found: written, next, column })
  if (callables === undefined)
    throw problem('faker is not at hand.', 'an expression without faker', 'Say it otherwise.')
  const { modules, refused } = callables.faker()
  const methods = modules.get(module)
  if (methods === undefined) {
    const near = nearest(module, modules.keys()) ?? moduleWith(modules, method)
    throw problem(
      `faker has no module ${module}.`,
      `one of ${[...modules.keys()].join(', ')}`,
      hint(near === null ? null : ['faker', near, ...keys.slice(2)].join('.'), 'Write it as faker.lorem.sentence().'),
    )
  }
  const refusal = refused.get(`${module}.${method}`)
  if (refusal !== undefined) throw problem(`${written} is not for expressions.`, 'a method that gives data', refusal)
  if (keys.length !== 3 || !methods.includes(method)) {
    const elsewhere = moduleWith(modules, method)
    const near = nearest(method, methods) ?? null
    const meant =
      near === null ? (elsewhere === null ? null : `faker.${elsewhere}.${method}`) : `faker.${module}.${near}`
    throw problem(
      method === '' ? `faker.${module} is no method.` : `faker.${module} has no method ${keys.slice(2).join('.')}.`,
      `one of ${methods.join(', ')}`,
      hint(meant, `Write it as faker.${module}.${methods[0]}().`),
    )
  }
  return { kind: 'call', of: 'faker', name: `${module}.${method}`, arguments: given, number, column }
}

/** The module that has a method of that name. */
function moduleWith(modules: ReadonlyMap<string, readonly string[]>, method: string): string | null {
  for (const [name, methods] of modules) if (methods.includes(method)) return name
  return null
}
