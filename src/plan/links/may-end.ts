import type { KeyStudy } from '../../model/study.ts'
import type { Draft, DraftLink } from '../draft.ts'
import { isDemanded } from './is-demanded.ts'

/** May rows lead nowhere for want of parents, so that they are no equals in a unique key? */
export const mayEnd = (draft: Draft, link: DraftLink, key: KeyStudy): boolean =>
  link.nullable &&
  link.held === undefined &&
  !link.patch &&
  link !== draft.owner &&
  !key.primary &&
  !isDemanded(draft, link) &&
  link.columns.some((name) => key.columns.includes(name) && isOptional(draft, name)) &&
  draft.study.keys.every(
    (other) => !other.nullsNotDistinct || !other.columns.some((name) => link.columns.includes(name)),
  )

const isOptional = (draft: Draft, name: string): boolean => draft.study.columns[name]?.domain.notNull === false
