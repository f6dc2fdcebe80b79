import type { ShapeName } from './shapes.ts'

/** The newest generation of generators: what fresh databases get. */
export const NEWEST_GENERATORS = 2

/** By shape the generations in which it was made anew. Its version is 1 before the first of them, 2 from there on, and so forth. */
const MADE_ANEW: Readonly<Partial<Record<ShapeName, readonly number[]>>> = {
  'text.words': [2],
}

/** The version of a shape that a generation makes; at least 1. */
export const versionAt = (shape: ShapeName, generators: number): number =>
  1 + (MADE_ANEW[shape] ?? []).filter((since) => since <= generators).length
