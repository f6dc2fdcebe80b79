import { defineConfig } from 'supa-seed'

export default defineConfig({
  seed: 'shop',
  users: 4,
  tables: { orders: 12 },
  fixtures: {
    users: { alice: { email: 'alice@example.com' }, bo: {} },
    orders: { order1001: { number: 1001, status: 'paid', total: 129.9, customer_id: { $ref: 'alice' } } },
  },
})
