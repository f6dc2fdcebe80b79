import type { Case } from './cases.ts'

/** Columns that other columns, or triggers, decide. */
export const workedOutCases: readonly Case[] = [
  {
    name: 'one address of each customer is the main one',
    given: `create table customers (id serial primary key);
            create table addresses (id serial primary key, customer_id int not null references customers, is_main boolean not null default false);
            create unique index on addresses (customer_id) where is_main;`,
    asking: { tables: { customers: 10, addresses: 60 } },
    holds: [
      'select count(*) = 60 from addresses',
      'select count(distinct customer_id) = count(*) filter (where is_main) from addresses',
    ],
  },
  {
    name: 'an answer is not older than what it answers',
    given: `create table posts (id serial primary key, created_at timestamptz not null);
            create table comments (id serial primary key, post_id int not null references posts, parent_id int references comments, created_at timestamptz not null);`,
    asking: { tables: { posts: 3, comments: 60 } },
    holds: [
      'select count(*) > 10 from comments where parent_id is not null',
      'select bool_and(c.created_at >= p.created_at) from comments c join comments p on p.id = c.parent_id',
      'select bool_and(c.created_at >= p.created_at) from comments c join posts p on p.id = c.post_id',
    ],
  },
  {
    name: 'names that are unique under their parent carry no more than their place there',
    given: `create table teams (id uuid primary key); create table users (id uuid primary key);
            create table projects (id serial primary key, team_id uuid not null references teams on delete cascade, name text not null, user_id uuid references users, slug text not null);
            create unique index on projects (team_id, lower(name)); create unique index on projects (user_id, slug); create unique index on projects (team_id, slug);`,
    asking: { tables: { teams: 4, users: 5, projects: 40 } },
    holds: [
      'select count(*) = 40 from projects',
      `select bool_and(name !~ '[0-9]-[0-9]+$') from projects`,
      'select count(*) > 4 from projects where name ~ $$1$$',
    ],
  },
  {
    name: 'a path that a check puts together from other columns, and that is unique',
    given: `create table setups (id uuid primary key); create table posts (id serial primary key);
            create table files (id serial primary key, setup_id uuid references setups, post_id int references posts, name text not null check (name ~ '^[a-z0-9][a-z0-9._-]*$'),
              path text not null unique, kind text not null default 'x', label text, check (num_nonnulls(setup_id, post_id) = 1),
              check (path = coalesce(setup_id::text, post_id::text) || '/' || name), check (label = kind || '-' || name));`,
    holds: [
      'select count(*) = 20 from files',
      'select count(setup_id) > 3 and count(post_id) > 3 from files',
      'select bool_and(label is null or label = kind || $$-$$ || name) from files',
    ],
  },
  {
    name: 'what triggers count begins at its default',
    given: `create table posts (id serial primary key, likes int not null default 0, answers int not null);
            create table likes (id serial primary key, post_id int not null references posts);
            create table answers (id serial primary key, post_id int not null references posts);
            create function count_like() returns trigger language plpgsql as $$ begin update posts set likes = likes + 1 where id = new.post_id; return null; end $$;
            create function count_answers() returns trigger language plpgsql as $$ begin update posts p set answers = (select count(*) from answers a where a.post_id = p.id) where p.id = new.post_id; return null; end $$;
            create trigger t after insert on likes for each row execute function count_like();
            create trigger t after insert on answers for each row execute function count_answers();`,
    holds: [
      'select count(*) = 20 from likes',
      'select bool_and(likes = (select count(*) from likes l where l.post_id = p.id)) from posts p',
      'select bool_and(answers = (select count(*) from answers a where a.post_id = p.id)) from posts p',
    ],
  },
  {
    name: 'what triggers set in every row is said, and who made a row is left to them',
    given: `create table users (id serial primary key, name text);
            create table notes (id serial primary key, user_id int not null references users, text text, created_at timestamptz, created_by int references users);
            create function track() returns trigger language plpgsql as $$ begin new.created_at := now(); new.created_by := null; return new; end $$;
            create trigger t before insert on notes for each row execute function track();`,
    finds: ['times-set'],
    holds: ['select count(*) = 20 from notes', 'select count(created_by) = 0 and count(created_at) = 20 from notes'],
  },
]
