import type { Draft } from '../draft.ts'

/** CHECK (follower <> followed): the second link avoids the parent of the first. */
export function avoidSame(draft: Draft): void {
  for (const rule of draft.study.rules) {
    if (rule.kind !== 'differ') continue
    const [first, second] = rule.columns.map((name) =>
      draft.links.find((link) => link.columns.length === 1 && link.columns[0] === name),
    )
    if (first === undefined || second === undefined || first.key.parent !== second.key.parent) continue
    const [fixed, free] = second === draft.owner ? [second, first] : [first, second]
    if (free.choose.kind === 'hash' || free.choose.kind === 'within')
      free.choose = { ...free.choose, avoid: fixed.name }
  }
}
