import type { Domain } from '../../model/study.ts'

/** Some limits on the values of a column; `{}` accepts everything. NULLs are spoken of elsewhere (`Accept`), but for items and attributes. */
export type Piece = Partial<Domain>

export const ANYTHING: Piece = {}
