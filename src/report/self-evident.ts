import type { LeftOut } from '../model/plan.ts'

const CODES = new Set(['platform', 'view', 'foreign', 'extension', 'partition'])

/** Nobody would expect it to be filled: a table of the platform or of an extension, a view, a partition. */
export const isSelfEvident = ({ code }: Pick<LeftOut, 'code'>): boolean => CODES.has(code)
