import type { Draft, DraftLink } from '../draft.ts'

/** Does a check want the link to lead somewhere, at least in some rows? Then it decides in which, and nothing else leaves it out. */
export const isDemanded = (draft: Draft, link: DraftLink): boolean =>
  draft.study.rules.some(
    (rule) =>
      (rule.kind === 'presence' && link.columns.includes(rule.column)) ||
      ((rule.kind === 'present' || rule.kind === 'together' || rule.kind === 'tuples') &&
        rule.columns.some((name) => link.columns.includes(name))),
  )
