/** Compiled, never run: what editors see. `tsc` fails where an expected error is missing. */
import { defineConfig } from '../../src/config/define-config.ts'

type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

interface Database {
  __InternalSupabase: { PostgrestVersion: '13.0.4' }
  public: {
    Tables: {
      posts: {
        Row: {
          id: string
          title: string
          rating: number | null
          status: 'draft' | 'published'
          meta: Json
          created_at: string
        }
        Insert: { id?: string }
        Update: { id?: string }
        Relationships: []
      }
      Order: { Row: { id: number }; Insert: { id?: number }; Update: { id?: number }; Relationships: [] }
    }
    Views: { recent: { Row: { id: string } } }
    Enums: { status: 'draft' | 'published' }
  }
  crm: {
    Tables: {
      orders: { Row: { total: number }; Insert: { total?: number }; Update: { total?: number }; Relationships: [] }
    }
    Views: Record<never, never>
  }
}

defineConfig<Database>({
  seed: 42,
  schemas: ['public', 'crm'],
  tables: {
    posts: {
      count: 50,
      perParent: { min: 1 },
      columns: {
        title: { shape: 'content.title', maxLength: 40 },
        rating: null,
        status: { oneOf: ['draft', 'published'], weights: [1, 3] },
        meta: { value: { a: [1] } },
        created_at: { min: '2024-01-01', max: new Date() },
        id: 'leave',
      },
    },
    '"Order"': 5,
    Order: 5,
    'crm.orders': { columns: { total: { min: 1, max: 9 } } },
  },
})

// Without types any names go, and settings are still checked.
defineConfig({ tables: { anything: { columns: { whatever: { shape: 'person.email', nulls: 0.1 } } } } })

// @ts-expect-error a setting that does not exist
defineConfig({ tabels: {} })

// @ts-expect-error text where a number belongs
defineConfig({ rows: '5' })

// @ts-expect-error a shape that does not exist
defineConfig({ tables: { a: { columns: { b: { shape: 'person.mail' } } } } })

// @ts-expect-error an option that the shape needs
defineConfig({ tables: { a: { columns: { b: { shape: 'integer', min: 4 } } } } })

// @ts-expect-error a table that does not exist
defineConfig<Database>({ tables: { post: 5 } })

// @ts-expect-error a view is not filled
defineConfig<Database>({ tables: { recent: 5 } })

// @ts-expect-error a table of another schema without it
defineConfig<Database>({ tables: { orders: 5 } })

// @ts-expect-error a schema that does not exist
defineConfig<Database>({ schemas: ['cmr'] })

// @ts-expect-error the types' own bookkeeping is not a schema
defineConfig<Database>({ schemas: ['__InternalSupabase'] })

// @ts-expect-error a column that does not exist
defineConfig<Database>({ tables: { posts: { columns: { titel: 'x' } } } })

// @ts-expect-error a value that is not of the column's type
defineConfig<Database>({ tables: { posts: { columns: { rating: true } } } })

// @ts-expect-error a label that the enum does not have
defineConfig<Database>({ tables: { posts: { columns: { status: { oneOf: ['draft', 'lost'] } } } } })

/** Functions of the mapping language get plain data and dates, and give back the same. */
defineConfig({
  functions: {
    shout: (text) => `${String(text)}!`,
    narrow: (text: string, count: number) => text.slice(0, count),
    after: (date: Date) => new Date(date.getTime() + 1),
    parts: (list: readonly string[]) => ({ list, size: list.length }),
  },
})

defineConfig({
  functions: {
    // @ts-expect-error a symbol is no data
    odd: () => Symbol('x'),
  },
})
