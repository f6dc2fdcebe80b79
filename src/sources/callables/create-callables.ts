import type { Callables, OwnFunction } from '../../model/callables.ts'
import { loadFaker } from './load-faker.ts'
import { loadMarkdown } from './load-markdown.ts'

/** What expressions may call; each part is loaded when the first of them asks for it. */
export const createCallables = (
  functions: Readonly<Record<string, OwnFunction>>,
  apiUrl: () => string | null,
): Callables => ({ faker: loadFaker, html: loadMarkdown, functions, apiUrl: once(apiUrl) })

function once<Result>(work: () => Result): () => Result {
  let done: { readonly result: Result } | null = null
  return () => {
    done ??= { result: work() }
    return done.result
  }
}
