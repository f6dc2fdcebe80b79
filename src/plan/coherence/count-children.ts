import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'

/** `comments_count` of a post is the number of the comments that it will own: known from the layout, before anything is written. */
export function countChildren(workshop: Workshop): void {
  for (const parent of workshop.drafts) {
    if (parent.impossible !== null) continue
    const counters = openColumns(parent).filter(isCounter)
    if (counters.length === 0) continue
    const children = workshop.drafts.filter((child) => isOwnedBy(child, parent))
    for (const counter of counters) {
      const things = thingsOf(counter)
      const [child, ...others] = children.filter(({ relation }) =>
        namesOf(relation.name).some((name) => things.includes(name)),
      )
      if (child === undefined || others.length > 0 || child.rows > (counter.study.domain.max ?? 32_767)) continue
      counter.recipe = {
        kind: 'derive',
        with: 'children',
        from: [],
        options: { table: child.id, link: child.owner?.name ?? '' },
      }
      counter.nulls = 0
      counter.why = `counts ${child.id}`
    }
  }
}

const isCounter = ({ study, recipe }: DraftColumn): boolean =>
  study.meaning?.shape === 'counter' &&
  /^int[248]$/.test(study.base) &&
  recipe.kind === 'draw' &&
  (study.domain.min ?? 0) <= 0

/** Its rows stand in blocks under those of the parent, and all of them are written. */
const isOwnedBy = (child: Draft, parent: Draft): boolean =>
  child.owner?.parent === parent &&
  !child.owner.self &&
  child.owner.nulls === 0 &&
  !child.owner.patch &&
  child.impossible === null &&
  child.madeBy === null

/** What a counter counts: `comments_count`, `num_comments`, `total_comments`, `comments` → comment. */
function thingsOf({ column }: DraftColumn): readonly string[] {
  const words = nameWords(column.name).filter((word) => !/^(count|counter|cnt|num|nb|nr|total|number|of|n)$/.test(word))
  return [words.map(singular).join(' ')]
}

/** `post_likes` is a table of post likes, and of likes. */
function namesOf(table: string): readonly string[] {
  const words = nameWords(table).map(singular)
  return [words.join(' '), words.at(-1) ?? '']
}

const singular = (word: string): string =>
  /[^aeiou]ies$/.test(word)
    ? `${word.slice(0, -3)}y`
    : /(sses|xes|ches|shes)$/.test(word)
      ? word.slice(0, -2)
      : /[^s]s$/.test(word)
        ? word.slice(0, -1)
        : word
