import type { Callables, OwnFunction } from '../../model/callables.ts'
import { SeedError } from '../../model/seed-error.ts'
import { isTaken } from '../../values/mapping/is-taken.ts'
import { loadFaker } from './load-faker.ts'
import { loadMarkdown } from './load-markdown.ts'

/**
 * What expressions may call; each part is loaded when the first of them asks for it.
 * @throws SeedError `function-taken` where a function of the user's own has a name that the language uses
 */
export function createCallables(
  functions: Readonly<Record<string, OwnFunction>>,
  apiUrl: () => string | null,
): Callables {
  for (const name of Object.keys(functions)) if (isTaken(name)) throw taken(name)
  return { faker: loadFaker, html: loadMarkdown, functions, apiUrl: once(apiUrl) }
}

const taken = (name: string): SeedError =>
  new SeedError({
    code: 'function-taken',
    message: `The mapping language has a ${name} of its own.`,
    place: { path: `functions.${name}` },
    expected: 'a name that it does not use',
    found: name,
    next: `Call it otherwise, for example my_${name}.`,
  })

function once<Result>(work: () => Result): () => Result {
  let done: { readonly result: Result } | null = null
  return () => {
    done ??= { result: work() }
    return done.result
  }
}
