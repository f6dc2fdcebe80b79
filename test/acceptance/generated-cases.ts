import type { Case } from './cases.ts'

/** What generated schemas brought to light, in small. */
export const generatedCases: readonly Case[] = [
  {
    name: 'rows lead to rows of their own table that share a column: a tenant, a language, nothing else known',
    given: `
      create table tenant (id uuid primary key default gen_random_uuid());
      create table project (id uuid primary key);
      create table node (tenant_id uuid references tenant, no integer, above integer not null, primary key (tenant_id, no),
        foreign key (tenant_id, above) references node);
      create table part (tenant_id uuid not null references tenant, id uuid primary key, above uuid not null, project_id uuid not null references project
        on delete cascade, unique (tenant_id, id), unique (project_id, id), foreign key (tenant_id, above) references part (tenant_id, id));
      create table page (id uuid, lang text not null, above uuid, primary key (id, lang), foreign key (above, lang) references page);
      create table entry (id uuid, lang text not null check (lang in ('en', 'de')), above uuid not null, primary key (id, lang),
        foreign key (above, lang) references entry);
      create table leaf (id uuid, lang text, above uuid, primary key (id, lang), foreign key (above, lang) references leaf match full);`,
    holds: [
      'select (select count(*) from node) = 20 and (select count(*) from part) = 20 and (select count(*) from page) = 20',
      'select (select count(*) from entry) = 20 and (select count(*) from leaf) = 20',
    ],
  },
  {
    name: 'rows beyond the parents of an optional unique key lead nowhere',
    given: `
      create table kind (id uuid primary key, code text not null check (code in ('a', 'b')) unique, team text not null, unique (team, id));
      create table seat (id serial primary key, kind_id uuid unique references kind);
      create table desk (id serial primary key, team text, kind_id uuid unique, foreign key (team, kind_id) references kind (team, id));
      create table sure (id serial primary key, team text not null, kind_id uuid not null unique, foreign key (team, kind_id) references kind (team, id));
      create table pair (id serial primary key, code text references kind (code), kind_id uuid references kind on delete cascade, unique (kind_id, code));`,
    holds: [
      'select count(*) = 2 from kind',
      'select count(*) = 20 and count(kind_id) > 0 from seat',
      'select count(*) = 20 from desk',
      'select count(*) = 2 from sure',
      'select count(*) = 20 from pair',
    ],
  },
  {
    name: 'a table of a cycle that turns out to be impossible is left out alone',
    given: `
      create table a (id integer primary key, b_id integer);
      create table b (id integer primary key, a_id integer not null references a, n integer not null check (n > 3), check (n * n < 4));
      alter table a add foreign key (b_id) references b;`,
    leaves: ['b'],
    holds: ['select count(*) = 20 and count(b_id) = 0 from a', 'select count(*) = 0 from b'],
  },
  {
    name: 'a small table of a NOT NULL cycle leads it',
    given: `
      create type mood as enum ('low', 'mid', 'high');
      create table a (id uuid primary key, b_id uuid not null);
      create table b (id uuid primary key, a_id uuid not null references a, kind mood not null unique);
      alter table a add foreign key (b_id) references b;
      create table e (id uuid primary key, f_id uuid not null);
      create table f (id uuid primary key, g_id uuid not null, kind mood not null unique);
      create table g (id uuid primary key, e_id uuid not null references e);
      alter table e add foreign key (f_id) references f;
      alter table f add foreign key (g_id) references g;`,
    holds: [
      'select (select count(*) from a) = 20 and (select count(*) from b) = 3',
      'select (select count(*) from e) = 20 and (select count(*) from f) = 3 and (select count(*) from g) = 20',
    ],
  },
  {
    name: 'a NOT NULL cycle of three tables whose keys share a column outside of it',
    given: `
      create table root (id bigserial primary key);
      create table a (id uuid primary key default gen_random_uuid(), root_id bigint not null, no integer not null);
      create table b (id uuid primary key references a);
      create table c (root_id bigint references root, no integer, primary key (root_id, no), b_id uuid not null references b, unique (root_id, b_id));
      alter table a add foreign key (root_id, no) references c;`,
    holds: ['select (select count(*) from a) = 20 and (select count(*) from b) = 20 and (select count(*) from c) = 20'],
  },
  {
    name: 'NULLs that are equals, and checks beside keys that have no room for all values',
    given: `
      create domain digit as integer check (value between 1 and 9);
      create table tag (id uuid primary key, label text, unique nulls not distinct (label));
      create table note (id uuid primary key, label text, tag_id uuid references tag, unique nulls not distinct (label));
      create unique index on note (tag_id) where label is not null;
      create table mark (id uuid primary key, label text, n digit, check (num_nonnulls(n, label) >= 1));
      create unique index on mark (n);`,
    holds: ['select count(*) = 20 from tag', 'select count(*) = 20 from note', 'select count(*) = 20 from mark'],
  },
]
