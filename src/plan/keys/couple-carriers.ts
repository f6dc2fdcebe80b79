import type { PairDigit } from '../../model/link.ts'
import type { KeyStudy } from '../../model/study.ts'
import { type Draft, type DraftLink, fittingCount } from '../draft.ts'
import type { Carrier } from './carriers.ts'

/** Two links that are drawn as one pair of different rows are counted out together: n(n - 1)/2 pairs. */
export function coupleCarriers(draft: Draft, key: KeyStudy): Carrier[] {
  const [one, other] = draft.links.filter(
    ({ choose, columns }) =>
      choose.kind === 'pair' && choose.unique === undefined && columns.every((name) => key.columns.includes(name)),
  )
  if (one === undefined || other === undefined) return []
  const count = fittingCount(one)
  return [
    {
      space: Math.max(1, (count * (count - 1)) / 2),
      take(unique) {
        if (unique === null) return
        const { scope, radices, digit } = unique
        for (const link of [one, other]) counted(link, { scope, key: key.name, radices, digit })
      },
    },
  ]
}

function counted(link: DraftLink, unique: PairDigit): void {
  if (link.choose.kind !== 'pair') return
  link.choose = { ...link.choose, unique }
  link.why = `${link.why}, each two at most once (${unique.key})`
}
