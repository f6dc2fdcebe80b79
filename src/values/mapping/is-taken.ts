import { mappingFunctions } from './functions/index.ts'
import { PATH_ROOTS } from './parse/path-of.ts'

const WORDS: readonly string[] = [...PATH_ROOTS, 'row', 'faker', 'true', 'false', 'null']

/** Has the language a meaning of its own for the name? */
export const isTaken = (name: string): boolean => mappingFunctions.has(name) || WORDS.includes(name)
