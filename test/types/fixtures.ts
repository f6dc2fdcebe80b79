/** Compiled, never run: what editors see of fixtures. `tsc` fails where an expected error is missing. */
import { defineConfig } from '../../src/config/define-config.ts'
import { ref } from '../../src/config/ref.ts'
import { sequence } from '../../src/config/sequence.ts'

interface Database {
  public: {
    Tables: {
      customers: { Row: { id: string; email: string; name: string } }
      orders: {
        Row: { id: string; number: number; customer_id: string; status: 'open' | 'paid'; paid_at: string | null }
      }
      order_items: { Row: { id: string; order_id: string; product_id: number; quantity: number } }
    }
  }
  crm: { Tables: { leads: { Row: { id: number; owner: string } } } }
}

defineConfig<Database>({
  fixtures: {
    users: { alice: { user_metadata: { name: 'Alice' }, role: 'admin' } },
    customers: { ann: { email: sequence('ann-{n}@shop.test'), 'orders.customer_id': 2 } },
    orders: {
      one: {
        $traits: ['paid'],
        number: ({ index, faker }) => index + faker.number.int(5),
        customer_id: ref('ann'),
        status: 'paid',
        paid_at: new Date(),
        order_items: [{ quantity: 2 }, {}],
      },
      two: { $times: 3, customer: { email: 'bo@shop.test' }, order_items: 3, paid_at: null },
    },
    'crm.leads': { lead: { id: 5 } },
  },
})

defineConfig<Database>({ fixtures: ['./e2e/*.yaml', { orders: { one: { number: 1 } } }] })

// Without types any names go.
defineConfig({ fixtures: { anything: { one: { whatever: ({ row }) => row.other } } } })

// @ts-expect-error a table that does not exist
defineConfig<Database>({ fixtures: { order: { one: {} } } })

// @ts-expect-error a column that does not exist
defineConfig<Database>({ fixtures: { orders: { one: { numbr: 1 } } } })

// @ts-expect-error a text where a number belongs
defineConfig<Database>({ fixtures: { orders: { one: { number: 'one' } } } })

// @ts-expect-error a value that the enum does not have
defineConfig<Database>({ fixtures: { orders: { one: { status: 'payd' } } } })

// @ts-expect-error a handle is a text
defineConfig<Database>({ fixtures: { orders: { one: { customer_id: ref(5) } } } })
