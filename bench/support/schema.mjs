/** The table of the measure: 11 columns with uuid key, foreign key, text, enum, numeric, timestamps, array and jsonb. */
export const SCHEMA = `
  create type status as enum ('pending', 'paid', 'shipped', 'cancelled');
  create table customer (id uuid primary key, email text not null unique, name text not null);
  create table purchase (
    id uuid primary key,
    customer_id uuid not null references customer,
    title text not null,
    note text,
    status status not null,
    amount numeric(10,2) not null,
    quantity integer not null,
    tags text[] not null,
    details jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );`
