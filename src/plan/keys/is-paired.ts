import type { KeyStudy } from '../../model/study.ts'
import type { Draft, Workshop } from '../draft.ts'

/** All rows are pairs of associations, no pair twice, and the key holds both ends of them. */
export function isPaired({ inputs }: Workshop, draft: Draft, key: KeyStudy): boolean {
  const ways = inputs.scope.associations.flatMap(({ via }) =>
    via.kind === 'join' && via.table === draft.id ? [[via.source, via.target]] : [],
  )
  const holds = (link: string): boolean =>
    draft.links.some(
      ({ name, columns }) =>
        name === link && columns.every((one) => key.columns.includes(one) && key.through[one] === undefined),
    )
  return ways.length > 0 && ways.every((links) => links.every(holds))
}
