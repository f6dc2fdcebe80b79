import type { Case } from './cases.ts'

/** What rows of several tables say together, and what the database demands of them together. */
export const acrossCases: readonly Case[] = [
  {
    name: 'an order has a line by the end of its transaction, a rule writes as well, and documents are unique',
    given: `create table orders (id serial primary key, note text);
            create table order_lines (id serial primary key, order_id int references orders, sku text not null);
            create function has_line() returns trigger language plpgsql as $$ begin
              if not exists (select from order_lines where order_id = new.id) then raise exception 'order % has no line', new.id; end if; return null; end $$;
            create constraint trigger has_line after insert on orders deferrable initially deferred for each row execute function has_line();
            create table said (id serial primary key, what text); create table things (id serial primary key, name text not null);
            create rule things_said as on insert to things do also insert into said (what) values (new.name);
            create table documents (id serial primary key, doc jsonb not null unique, words tsvector not null unique);`,
    plans: ['copy documents', 'copy-together orders+order_lines', 'copy said', 'insert things'],
    holds: [
      'select count(*) = 20 and bool_and(exists (select from order_lines l where l.order_id = o.id)) from orders o',
      'select count(*) = 20 from documents',
      'select count(*) = 20 from things',
      'select bool_and(exists (select from said where what = name)) from things',
      'select count(*) = 40 from said',
    ],
  },
]
