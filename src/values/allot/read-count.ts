import { refuse } from './refuse.ts'

const MOST = 2 ** 32 - 1

/** A whole number of items; undefined where it is not said. @throws SeedError `allot-invalid` */
export function readCount(option: string, said: unknown): number | undefined {
  if (said === undefined || said === null) return undefined
  if (said === Number.POSITIVE_INFINITY && option.includes('max')) return undefined
  if (typeof said !== 'number' || !Number.isInteger(said) || said < 0 || said > MOST)
    refuse(option, `a whole number from 0 to ${MOST}`, said)
  return said
}
