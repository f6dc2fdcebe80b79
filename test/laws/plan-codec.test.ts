import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { decodePlan, encodePlan } from '../../src/plan/codec.ts'
import { hashPlan } from '../../src/plan/hash-plan.ts'
import { integer, planOf, uuidKey } from '../support/plan.ts'

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 8 }),
)
/** Names that look like the codec's own tags are as likely as others. */
const name = fc.oneof(
  fc.string(),
  fc.constantFrom('$int', '$bytes', '$number', '$$int', '$', '__proto__', 'constructor', '10', '9'),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}))

const holding = (constant: unknown): Plan =>
  planOf({ posts: { rows: 3, columns: { id: uuidKey, data: { kind: 'constant', value: constant as null } } } })

/** Objects as JSON has them: fast-check's dictionaries may lack a prototype, which is no part of a value. */
function plain(part: unknown): unknown {
  if (part instanceof Uint8Array || typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map(plain)
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, plain(inner)]))
}

describe('plan codec', () => {
  it('decodes what it encoded, whatever a value is', () => {
    fc.assert(
      fc.property(value, (constant) => {
        const plan = holding(plain(constant))
        expect(isDeepStrictEqual(decodePlan(encodePlan(plan)), plan)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same text whatever the order of keys, and whatever is undefined', () => {
    fc.assert(
      fc.property(fc.dictionary(name, leaf), (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse())
        expect(encodePlan(holding({ ...(plain(turned) as object), gone: undefined }))).toBe(
          encodePlan(holding(plain(data))),
        )
      }),
    )
  })

  it('hashes all but the findings and the hash', () => {
    const digest = (text: string) => text
    const plan = planOf({ posts: { rows: 3, columns: { id: uuidKey, n: integer(1, 5) } } })
    const finding = { id: 'x', code: 'x', level: 'info', place: {}, message: 'x' } as const
    expect(hashPlan({ ...plan, findings: [finding] }, digest)).toBe(hashPlan(plan, digest))
    expect(hashPlan({ ...plan, now: plan.now + 1 }, digest)).not.toBe(hashPlan(plan, digest))
    expect(hashPlan(decodePlan(encodePlan(plan)), digest)).toBe(hashPlan(plan, digest))
  })
})
