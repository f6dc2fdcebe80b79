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
  {
    name: 'totals, counters, averages and times of the newest are what the rows of other tables come to',
    given: `create table customers (id serial primary key, name text, total_spent numeric(12,2), orders_count int not null, followers_count int not null, following_count int not null);
            create table follows (follower_id int not null references customers, following_id int not null references customers, primary key (follower_id, following_id));
            create table orders (id serial primary key, customer_id int not null references customers, subtotal numeric(12,2) not null, discount numeric(12,2) not null, tax numeric(12,2) not null, total numeric(12,2) not null check (total > 0));
            create table order_items (id serial primary key, order_id int not null references orders, quantity int not null check (quantity > 0), unit_price numeric(10,2) not null, total_price numeric(12,2) not null);
            create table bills (id uuid primary key, total_cents int not null);
            create table bill_lines (id uuid primary key, bill_id uuid not null references bills, quantity int not null, unit_price_cents int not null);
            create table threads (id serial primary key, last_message_at timestamptz, last_activity_on date not null, created_at timestamptz not null);
            create table messages (id serial primary key, thread_id int not null references threads, parent_id int references messages, replies_count int not null, body text, created_at timestamptz not null);
            create table products (id serial primary key, name text, average_rating numeric(3,2), rating_count int not null);
            create table reviews (id serial primary key, product_id int not null references products, rating int not null check (rating between 1 and 5));`,
    asking: {
      tables: {
        customers: 10,
        follows: 40,
        orders: 30,
        order_items: 90,
        bills: 20,
        bill_lines: 60,
        threads: 20,
        messages: 60,
        products: 20,
        reviews: 40,
      },
    },
    holds: [
      'select bool_and(total_spent = coalesce((select sum(total) from orders o where o.customer_id = c.id), 0)) from customers c',
      'select bool_and(orders_count = (select count(*) from orders o where o.customer_id = c.id)) from customers c',
      'select bool_and(followers_count = (select count(*) from follows where following_id = c.id) and following_count = (select count(*) from follows where follower_id = c.id)) from customers c',
      'select bool_and(subtotal = (select sum(total_price) from order_items i where i.order_id = o.id) and total = subtotal + tax - discount) from orders o',
      'select bool_and(total_price = quantity * unit_price) from order_items',
      'select bool_and(total_cents = (select sum(quantity * unit_price_cents) from bill_lines l where l.bill_id = b.id)) from bills b',
      'select bool_and(last_message_at is not distinct from (select max(created_at) from messages m where m.thread_id = t.id)) from threads t',
      "select bool_and(last_activity_on = (coalesce((select max(created_at) from messages m where m.thread_id = t.id), created_at) at time zone 'UTC')::date) from threads t",
      'select bool_and(replies_count = (select count(*) from messages r where r.parent_id = m.id)) from messages m',
      'select bool_and(average_rating is not distinct from (select round(avg(rating), 2) from reviews r where r.product_id = p.id) and rating_count = (select count(*) from reviews r where r.product_id = p.id)) from products p',
    ],
  },
  {
    name: 'tables that join stay within one tenant, and people within those who belong to it',
    given: `create table accounts (id serial primary key, name text not null); create table users (id serial primary key, email text not null unique);
            create table account_members (account_id int not null references accounts, user_id int not null references users, primary key (account_id, user_id));
            create table projects (id serial primary key, account_id int not null references accounts, name text not null);
            create table project_members (project_id int not null references projects, user_id int not null references users, primary key (project_id, user_id));
            create table posts (id serial primary key, account_id int not null references accounts, title text);
            create table tags (id serial primary key, account_id int not null references accounts, name text);
            create table post_tags (post_id int not null references posts, tag_id int not null references tags, primary key (post_id, tag_id));
            create table groups (id uuid primary key, account_id int not null references accounts, name text);
            create table group_tags (id uuid primary key, account_id int not null references accounts, group_id uuid not null references groups, tag_id int not null references tags, unique (group_id, tag_id));`,
    holds: [
      'select count(*) > 5 and bool_and(exists (select from account_members a where a.account_id = p.account_id and a.user_id = m.user_id)) from project_members m join projects p on p.id = m.project_id',
      'select count(*) > 5 and bool_and(p.account_id = t.account_id) from post_tags x join posts p on p.id = x.post_id join tags t on t.id = x.tag_id',
      'select count(*) > 5 and bool_and(g.account_id = t.account_id and x.account_id = g.account_id) from group_tags x join groups g on g.id = x.group_id join tags t on t.id = x.tag_id',
    ],
  },
  {
    name: 'trees as nested sets, by their ancestry and their root, and versions that follow one another',
    given: `create table parts (id serial primary key, parent_id int references parts, name text, lft int not null unique, rgt int not null, check (lft < rgt));
            create table nodes (id serial primary key, parent_id int references nodes, name text, lft int not null, rght int not null, tree_id int not null, root_id int not null references nodes, ancestry text);
            create table products (id serial primary key, name text);
            create table rates (id serial primary key, product_id int not null references products, rate int not null, valid_from timestamptz not null, valid_to timestamptz, is_current boolean not null, check (valid_to is null or valid_to > valid_from));
            create table days (product_id int not null references products, effective_from date not null, effective_to date, primary key (product_id, effective_from));
            create table page_versions (id serial primary key, product_id int not null references products, version_number int not null, is_latest boolean not null, created_at timestamptz not null);`,
    asking: { rows: 30, tables: { products: 8 } },
    holds: [
      'select count(*) > 5 and bool_and(c.lft > p.lft and c.rgt < p.rgt) from parts c join parts p on p.id = c.parent_id',
      'select count(distinct x) = 60 and max(x) = 60 from (select lft x from parts union all select rgt from parts) s',
      'select bool_and(c.lft > p.lft and c.rght < p.rght and c.tree_id = p.tree_id and c.root_id = p.root_id) from nodes c join nodes p on p.id = c.parent_id',
      'select bool_and(root_id = id and lft = 1 and ancestry is null) and count(distinct tree_id) = count(*) from nodes where parent_id is null',
      "select bool_and(c.ancestry = concat_ws('/', p.ancestry, p.id)) from nodes c join nodes p on p.id = c.parent_id",
      'select bool_and(valid_to is not distinct from n and is_current = (n is null)) from (select valid_to, is_current, lead(valid_from) over (partition by product_id order by valid_from) n from rates) s',
      'select bool_and(effective_to is not distinct from n) from (select effective_to, lead(effective_from) over (partition by product_id order by effective_from) n from days) s',
      'select bool_and(version_number = r and is_latest = (r = n)) from (select version_number, is_latest, row_number() over (partition by product_id order by created_at) r, count(*) over (partition by product_id) n from page_versions) s',
    ],
  },
]
