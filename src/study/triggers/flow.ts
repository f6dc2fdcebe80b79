import type { Flow } from './frame.ts'

type End = 'next' | 'return' | 'raise' | 'exit'

export const flowOf = (...ends: End[]): Flow => new Set(ends)

/** Goes on with the next statement. */
export const NEXT: Flow = flowOf('next')

export const join = (flows: readonly Flow[]): Flow => new Set(flows.flatMap((flow) => [...flow]))
