import { expect, it } from 'vitest'
import { assetOf, mappingOf } from '../support/mapping-of.ts'

/** What seed 42 draws for one item: changing it is a breaking change. */
it.each([
  ['faker.lorem.sentence()', 'Concido derelinquo molestias adhaero strues caput triduana.'],
  ['faker.person.fullName()', 'Janick Bauch'],
  ['faker.number.int({ min: 1, max: 1000 })', 540],
  ['faker.date.past()', '2024-12-15T13:56:14.905Z'],
  ['random_recent(30_days)', '2025-05-10T23:11:56.000Z'],
  ['uuid()', 'd0e420bc-3272-8c7f-8c87-fea3f86b72e6'],
  ["random(['a', 'b', 'c', 'd', 'e'])", 'd'],
  ['random(p.a)', 22],
])('%s', (expression, expected) => {
  const pool = Array.from({ length: 50 }, (_, i) => assetOf({ identity: `${i}`, frontmatter: { a: i } }))
  expect(mappingOf({ p: pool }).value(expression)).toBe(expected)
})
