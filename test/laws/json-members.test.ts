import { expect, test } from 'vitest'
import type { Recipe } from '../../src/model/recipe.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { planOf } from '../support/plan.ts'

const constant = (value: string | number | boolean): Recipe => ({ kind: 'constant', value })

test('members of an object are written as JSON has them: numbers, truth values, and all else as Postgres would print it', () => {
  const recipe: Recipe = {
    kind: 'object',
    fields: {
      price: constant('12.50'),
      huge: constant('12345678901234567890'),
      day: constant(20_000),
      on: constant(true),
      name: constant('a "b"'),
      inner: { kind: 'object', fields: { stock: constant(3) }, written: { stock: { kind: 'number' } } },
    },
    written: {
      price: { kind: 'number' },
      huge: { kind: 'number' },
      day: { kind: 'date' },
      on: { kind: 'boolean' },
    },
  }
  const rows = compileRows(planOf({ a: { rows: 1, columns: { d: { recipe, encoding: { kind: 'json' } } } } })).table(
    'a',
  )
  expect(rows.value(0, 'd')).toEqual({
    price: 12.5,
    huge: '12345678901234567890',
    day: '2024-10-04',
    on: true,
    name: 'a "b"',
    inner: { stock: 3 },
  })
})
