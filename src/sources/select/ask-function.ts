import type { AssetItem } from '../../model/assets/asset-item.ts'
import type { Asset } from '../../model/assets/assets.ts'
import { SeedError } from '../../model/seed-error.ts'
import { withParts } from '../../model/with-parts.ts'

/** An item as functions of a configuration see it. */
const seenByFunctions = (asset: Asset): AssetItem =>
  withParts(asset, { name: asset.file.name, path: asset.file.path, frontmatter: asset.frontmatter ?? {} })

/**
 * What a function of the configuration says of an item. It is asked twice: what hangs on the clock or on chance would give another database in every run.
 * @throws SeedError `function-threw`, `function-varies`
 */
export function askFunction<Answer>(ask: (item: AssetItem) => Answer, item: Asset, path: string): Answer {
  const [answer, again] = [once(ask, item, path), once(ask, item, path)]
  if (Object.is(answer, again) || (Boolean(answer) === Boolean(again) && typeof answer !== 'number')) return answer
  throw new SeedError({
    code: 'function-varies',
    message: `A function of the configuration says ${String(answer)} and then ${String(again)} of the same item.`,
    place: { path, file: item.place },
    expected: 'the same answer to the same item',
    found: 'two answers',
    next: 'Leave chance out of it: the seed draws, with strategy random or weighted.',
  })
}

function once<Answer>(ask: (item: AssetItem) => Answer, item: Asset, path: string): Answer {
  let answer: Answer
  try {
    answer = ask(seenByFunctions(item))
  } catch (error) {
    throw new SeedError({
      code: 'function-threw',
      message: `A function of the configuration fails: ${error instanceof Error ? error.message : String(error)}`,
      place: { path, file: item.place },
      expected: 'an answer for every item',
      found: error instanceof Error ? error.name : typeof error,
      next: 'Mend it for items that lack what it looks at.',
    })
  }
  if (!(answer instanceof Promise)) return answer
  // Nobody waits for it; what it fails with must not end the program.
  answer.catch(() => undefined)
  throw new SeedError({
    code: 'function-threw',
    message: 'A function of the configuration answers later: it is asynchronous.',
    place: { path, file: item.place },
    expected: 'an answer at once',
    found: 'a promise',
    next: 'Write it without async.',
  })
}
