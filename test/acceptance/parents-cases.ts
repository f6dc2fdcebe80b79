import type { Case } from './cases.ts'

/** Parents must be like something: of a kind, in an order, different, under one ancestor. No row is skipped. */
export const parentsCases: readonly Case[] = [
  {
    name: 'subtypes lead only to rows of their kind, told by a check or a generated constant, over two levels',
    given: `create table parties (id serial primary key, kind text not null check (kind in ('person', 'firm', 'robot')), name text not null, unique (id, kind));
            create table people (id int primary key, kind text not null default 'person' check (kind = 'person'), born date, foreign key (id, kind) references parties (id, kind));
            create table firms (id int primary key, kind text generated always as ('firm') stored, vat text, foreign key (id, kind) references parties (id, kind));
            create table contacts (id serial primary key, party_id int not null, kind text not null check (kind in ('person', 'firm')), phone text, foreign key (party_id, kind) references parties (id, kind));
            create table jobs (id serial primary key, firm_id int not null references firms, person_id int not null references people);
            create table orders (id serial primary key, currency char(3) not null, unique (id, currency));
            create table lines (id serial primary key, order_id int not null, currency char(3) not null, foreign key (order_id, currency) references orders (id, currency), unique (id, currency));
            create table refunds (id serial primary key, line_id int not null, currency char(3) not null check (currency in ('EUR', 'USD')), foreign key (line_id, currency) references lines (id, currency));`,
    holds: [
      'select (select count(*) from people) = (select count(*) from parties where kind = $$person$$)',
      'select count(*) > 5 from firms',
      'select count(*) = 20 and count(distinct kind) = 2 from contacts',
      'select (select count(*) from jobs) = 20 and (select count(*) from refunds) = 20',
      'select count(distinct kind) = 3 from parties',
    ],
  },
  {
    name: 'one row of each is enough for every subtype to have one',
    given: `create table items (id uuid primary key, kind text not null, unique (id, kind));
            create table books (id uuid primary key, kind text not null check (kind = 'book'), foreign key (id, kind) references items (id, kind));
            create table films (id uuid primary key, kind text not null check (kind = 'film'), foreign key (id, kind) references items (id, kind));
            create table users (id int primary key);
            create table friends (a int not null references users, b int not null references users, primary key (a, b), check (a < b));`,
    asking: { rows: 1 },
    holds: [
      'select (select count(*) from books) = 1 and (select count(*) from films) = 1 and (select count(*) from friends) = 1',
    ],
  },
  {
    name: 'two links to one table are put in order, and pairs come once in whatever order',
    given: `create table users (id serial primary key);
            create table people (id uuid primary key default gen_random_uuid());
            create table codes (code text primary key);
            create table friends (a int not null references users, b int not null references users, primary key (a, b), constraint in_order check (a < b));
            create table merges (id serial primary key, one uuid not null references people, two uuid not null references people, check (one > two), unique (one, two));
            create table chats (id serial primary key, one int not null references users, two int not null references users, check (one <> two));
            create unique index on chats (least(one, two), greatest(one, two));
            create table links (id serial primary key, a text not null references codes, b text not null references codes, check (a < b));`,
    asking: { tables: { users: 8, people: 7, friends: 28, merges: 21, chats: 28, codes: 30, links: 60 } },
    holds: [
      'select (select count(*) from friends) = 28 and (select count(*) from merges) = 21',
      'select (select count(*) from chats) = 28 and (select count(*) from links) = 60',
      'select count(*) filter (where one < two) between 5 and 23 from chats',
    ],
  },
  {
    name: 'more pairs than there are cannot be asked for',
    given: `create table users (id serial primary key);
            create table friends (a int references users, b int references users, primary key (a, b), check (a < b));`,
    asking: { tables: { users: 5, friends: 11 } },
    refuses: 'space-too-small',
    holds: ['select count(*) = 0 from friends'],
  },
  {
    name: 'links that share a tenant lead under it, be they optional, MATCH FULL, or without a key to the tenant',
    given: `create table tenants (id serial primary key);
            create table projects (tenant_id int references tenants, id int, primary key (tenant_id, id));
            create table members (tenant_id int references tenants, id int, primary key (tenant_id, id));
            create table tasks (tenant_id int, id int, project_id int not null, primary key (tenant_id, id), foreign key (tenant_id, project_id) references projects);
            create table notes (id serial primary key, tenant_id int, task_id int, member_id int, project_id int, foreign key (tenant_id, task_id) references tasks, foreign key (tenant_id, member_id) references members, foreign key (tenant_id, project_id) references projects);
            create table claims (id serial primary key, tenant_id int, task_id int, member_id int, foreign key (tenant_id, task_id) references tasks match full, foreign key (tenant_id, member_id) references members match full);
            create table remarks (id serial primary key, tenant_id int not null references tenants, task_id int not null, member_id int not null, foreign key (tenant_id, task_id) references tasks, foreign key (tenant_id, member_id) references members);`,
    holds: [
      'select (select count(*) from notes) = 20 and (select count(*) from claims) = 20 and (select count(*) from remarks) = 20',
      'select count(task_id) > 5 and count(member_id) > 5 from notes',
      'select count(member_id) = 20 from claims',
    ],
  },
  {
    name: 'checks and triggers that look a parent up restrict which parents are chosen',
    given: `create type job as enum ('doctor', 'nurse', 'clerk');
            create table staff (id serial primary key, name text not null, job job not null);
            create table accounts (id uuid primary key default gen_random_uuid(), name text not null, is_personal boolean not null default false, closed_at timestamptz, limit_eur int not null);
            create function job_of(i int) returns job language sql stable as 'select job from staff where id = i';
            create function is_doctor(i int) returns boolean language plpgsql stable as $$ declare j text; begin select s.job::text into j from staff s where s.id = i; return j = 'doctor'; end $$;
            create table visits (id serial primary key, doctor_id int not null references staff check (job_of(doctor_id) = 'doctor'), nurse_id int references staff, check (nurse_id is null or job_of(nurse_id) = 'nurse'));
            create table wards (id serial primary key, head_id int not null references staff, constraint headed check (is_doctor(head_id)));
            create table projects (id serial primary key, account_id uuid not null references accounts, head_id int not null references staff);
            create function guard() returns trigger language plpgsql as $$
            declare a accounts%rowtype; n int;
            begin
              select * into a from accounts where id = new.account_id;
              if not found then raise exception 'no account'; end if;
              if a.is_personal then raise exception 'personal'; elsif a.closed_at is not null then raise exception 'closed'; end if;
              if a.limit_eur < 500 then raise exception 'too small'; end if;
              select count(*) into n from staff s where s.id = new.head_id and s.job = 'clerk';
              if n = 0 then raise exception 'no clerk'; end if;
              return new;
            end $$;
            create trigger guard before insert on projects for each row execute function guard();
            create table notes (id serial primary key, staff_id int not null references staff);
            create function silent() returns trigger language plpgsql as $$ begin
              if not exists (select 1 from staff where id = new.staff_id and job in ('nurse', 'clerk')) then return null; end if;
              return new; end $$;
            create trigger silent before insert on notes for each row execute function silent();`,
    holds: [
      'select (select count(*) from visits) = 20 and (select count(*) from wards) = 20',
      'select (select count(*) from projects) = 20 and (select count(*) from notes) = 20',
      'select count(distinct job) = 3 from staff',
      'select count(distinct is_personal) = 2 from accounts',
    ],
  },
]
