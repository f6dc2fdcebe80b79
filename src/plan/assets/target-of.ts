import type { MappingTarget } from '../../model/assets/asset-mapping.ts'
import type { Draft, DraftColumn } from '../draft.ts'

/** A column as the mapping language sees it. */
export const targetOf = (draft: Draft, { column, study }: DraftColumn): MappingTarget => ({
  table: draft.id,
  column: column.name,
  encoding: study.encoding,
  base: study.base,
  domain: study.domain,
})
