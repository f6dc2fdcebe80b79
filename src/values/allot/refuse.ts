import { SeedError } from '../../model/seed-error.ts'

/** An option that cannot be meant so. */
export function refuse(option: string, expected: string, found: unknown, next?: string): never {
  throw new SeedError({
    code: 'allot-invalid',
    message: `${option} is to be ${expected}, and is ${told(found)}.`,
    place: { path: option },
    expected,
    found: told(found),
    next: next ?? `Give ${option} as ${expected}.`,
  })
}

/** What was asked for is more than is worked on at once. */
export function tooLarge(message: string, next: string): never {
  throw new SeedError({ code: 'allot-too-large', message, next })
}

function told(found: unknown): string {
  if (typeof found === 'string') return `'${found.slice(0, 60)}'`
  if (Array.isArray(found)) return `a list of ${found.length}`
  return found === null || typeof found !== 'object' ? String(found) : 'an object'
}
