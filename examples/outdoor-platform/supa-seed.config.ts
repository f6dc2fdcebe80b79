import { defineConfig } from 'supa-seed'

const written = 'frontmatter.date'
const notes = ['borrowed', 'by the door', 'in the red bag', 'on the roof', 'spare', 'weighed twice']

export default defineConfig({
  db: { embedded: true }, // in .supa-seed/embedded; --db-url outweighs it
  seed: 'outdoor',
  now: '2025-07-01', // the stories are from the months before
  users: { count: 20 },
  makerkit: { standardTestUsers: true },
  accounts: { team: 3 },
  assetPools: {
    posts: {
      path: './content/posts/*.md',
      fields: {
        title: 'frontmatter.title', slug: 'slugify(frontmatter.title)', tags: 'frontmatter.tags | []',
        excerpt: 'frontmatter.excerpt', content: 'body', read_minutes: 'calculate_read_time(body)',
        category: 'frontmatter.category', created_at: written, published_at: written,
      },
    },
    bios: { path: './assets/bios/*.md', table: 'profiles', fields: { bio: 'body' } },
    vehicles: { path: './assets/templates/vehicles.json', table: 'base_templates' },
    backpacks: { path: './assets/templates/backpacks.json', table: 'base_templates' },
    gearCatalog: { path: './assets/gear/*.json', table: 'gear' },
    setups: { path: './assets/setups/*.json' },
    trips: { path: './assets/trips/*.json' },
    setupImages: {
      path: './assets/images/setups/*.svg',
      table: 'media_attachments',
      fields: { file_name: 'file.name', file_type: 'file.type', file_size: 'file.size', alt_text: 'title_case(file.stem)' },
    },
  },
  tables: {
    'auth.users': { columns: { created_at: { min: '2024-01-01', max: '2024-10-31' } } }, // before the first story
    profiles: 20, // twelve with a bio of ours
    gear: { columns: { account_id: null } }, // the catalogue: nobody's, and open to every setup
    setups: { count: 30, columns: { is_public: { oneOf: [true, false], weights: [3, 1] } } },
    setup_items: { perParent: { min: 3, max: 15 }, columns: { quantity: { min: 1, max: 4 }, notes: { oneOf: notes, nulls: 0.8 } } },
    posts: { perParent: { min: 1, max: 4 }, columns: { status: 'published' } },
    media_attachments: { columns: { gear_id: null, post_id: null } },
    comments: 120, post_likes: 200, reviews: 150, follows: 50, invitations: 6, notifications: 40,
    'analytics.page_views': 400, 'analytics.setup_stats': 150,
  },
  phases: [
    { name: 'auth', tables: ['auth.users', 'accounts', 'accounts_memberships', 'profiles'] },
    { name: 'reference data', tables: ['base_templates', 'gear'] },
    { name: 'user content', tables: ['setups', 'setup_items', 'trips', 'posts'] },
    { name: 'relations and media', tables: ['comments', 'post_likes', 'reviews', 'follows', 'media_attachments'] },
  ],
})
