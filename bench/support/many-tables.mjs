/** SQL of so many tables, each but the first under another one, with checks, a unique column and times. */
export const manyTables = (count) => Array.from({ length: count }, (_, index) => table(index)).join('\n')

function table(index) {
  const parent =
    index === 0 ? '' : `parent_id uuid not null references t${Math.floor((index - 1) / 3)} on delete cascade,`
  return `create table t${index} (id uuid primary key default gen_random_uuid(), ${parent} name text not null, email text unique, status text not null default 'new' check (status in ('new', 'open', 'done')),
    price numeric(10,2) check (price >= 0), starts_at timestamptz, ends_at timestamptz check (ends_at > starts_at), meta jsonb, created_at timestamptz not null default now(), updated_at timestamptz);`
}
