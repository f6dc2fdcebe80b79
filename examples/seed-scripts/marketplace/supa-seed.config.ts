import { ago, defineConfig } from 'supa-seed'

export default defineConfig({
  users: 12,
  tables: { shops: 5, products: 42, orders: 202, order_items: { perParent: { min: 1, max: 4 } } },
  fixtures: {
    users: { alice: {}, bob: {} },
    shops: { tents: { owner: 'bob', name: "Bob's Tents", slug: 'bobs-tents' } },
    products: {
      tent: { shop: 'tents', sku: 'TENT-2', title: 'Two person tent', price_cents: 24900, stock: 8, status: 'active' },
      pegs: { shop: 'tents', sku: 'PEGS-10', title: 'Ten pegs', price_cents: 1200, stock: 0, status: 'sold_out' },
    },
    orders: {
      order1001: {
        id: 1001,
        buyer: 'alice',
        shop: 'tents',
        status: 'shipped',
        placed_at: ago('3 days'),
        shipped_at: ago('2 days'),
        order_items: [
          { product: 'tent', quantity: 1, unit_price_cents: 24900 },
          { product: 'pegs', quantity: 1, unit_price_cents: 1200 },
        ],
      },
      order1002: {
        id: 1002,
        buyer: 'alice',
        shop: 'tents',
        status: 'cancelled',
        placed_at: ago('40 days'),
        order_items: [{ product: 'tent', quantity: 1, unit_price_cents: 24900 }],
      },
    },
  },
})
