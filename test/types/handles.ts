/** Compiled, never run: what editors see of handles. `tsc` fails where an expected error is missing. */
import { type ConfigInput, defineConfig } from '../../src/index.ts'
import { handles } from '../../src/test.ts'

type Database = {
  public: {
    Tables: {
      orders: { Row: { id: string; status: 'open' | 'paid'; total: number; customer_id: string } }
      notes: { Row: { id: number; body: string } }
    }
  }
  crm: { Tables: { leads: { Row: { id: string; name: string | null } } } }
}

const plain = defineConfig({
  tables: { orders: 5 },
  fixtures: {
    users: { alice: { email: 'Alice@example.com' }, bo: { role: 'admin' } },
    orders: { order1001: { number: 1001, user_id: { $ref: 'alice' } }, shared: {} },
    notes: { shared: { body: 'x' } },
  },
})
const h = handles(plain)
export const texts: string[] = [h.alice.id, h.alice.email, h.alice.password, h.users.bo.email, h.order1001.id]
export const number: 1001 = h.order1001.number
export const body: 'x' = h.notes.shared.body
export const second: string[] = [h.at(2).alice.email, h.at(2).order1001.id, h.at(3).at(2).notes.shared.body]
export const numbers: number = h.at(2).order1001.number

// @ts-expect-error there is no such handle
h.alicia

// @ts-expect-error the fixture does not say it, and only a manifest knows
h.order1001.total

// @ts-expect-error two tables have it
h.shared

// @ts-expect-error orders do not sign in
h.order1001.password

const typed = defineConfig<Database>()({
  tables: { orders: { columns: { status: 'paid' } } },
  fixtures: {
    orders: { order1001: { total: 20, customer_id: { $ref: 'alice' } } },
    notes: { first: { body: 'Hello' }, second: { id: 7 } },
    'crm.leads': { big: { name: 'Ada' } },
    users: { alice: {} },
  },
})
const t = handles(typed)
export const known: string[] = [t.order1001.id, t.order1001.customer_id, t.alice.email, t['crm.leads'].big.id]
export const seven: 7 = t.second.id

// @ts-expect-error an integer that the fixture does not say
t.first.id

const m = handles(typed, './seeded.json')
export const status: 'open' | 'paid' = m.order1001.status
export const id: number = m.first.id

// @ts-expect-error a setting that does not exist
defineConfig({ fixtures: {}, tabels: {} })

// @ts-expect-error a table that does not exist
defineConfig<Database>()({ tables: { order: 5 } })

// @ts-expect-error a row is an object
defineConfig({ fixtures: { orders: { one: 5 } } })

// Without literal types (files, JSON) any handle goes.
declare const loose: ConfigInput
export const any: unknown = handles(loose).whoever?.anything
export const ofDatabase: unknown = handles(defineConfig<Database>({ fixtures: { orders: { a: {} } } })).a

const unfolded = handles(
  defineConfig({ fixtures: { orders: { many: { $times: 3, number: 5 }, one: { $traits: ['paid'], number: 6 } } } }),
)
export const copy: 5 | undefined = unfolded['many.2']?.number
export const six: 6 = unfolded.one.number
export const ofTrait: unknown = unfolded.one.status

// @ts-expect-error only its copies are rows
unfolded.many
