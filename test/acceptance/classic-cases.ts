import type { Case } from './cases.ts'

/** What classic samples, tutorials and PostgreSQL's own constructs brought to light, each in its smallest form. */
export const classicCases: readonly Case[] = [
  {
    name: 'checks that ask of a foreign key only whether it is NULL, beside others that nobody reads',
    given: `create table ledger (id serial primary key, name text not null);
            create table entry (
              id serial primary key, kind text not null, ledger_id int references ledger, debit numeric, credit numeric, balance numeric, amount numeric,
              check (kind in ('section', 'note') or credit * debit = 0),
              check (kind in ('section', 'note') or (balance <= 0 and amount <= 0) or (balance >= 0 and amount >= 0)),
              check (kind in ('section', 'note') or ledger_id is not null),
              check (kind not in ('section', 'note') or (amount = 0 and debit = 0 and credit = 0 and ledger_id is null))
            );
            create table line (
              id serial primary key, kind text, down boolean, ledger_id int references ledger, other_id int references ledger, price numeric not null,
              check (kind is not null or down or (ledger_id is not null and other_id is not null)),
              check (kind is null or (ledger_id is null and price = 0 and other_id is null))
            );`,
    holds: [
      'select count(*) = 20 from entry',
      'select count(*) = 20 from line',
      'select count(ledger_id) > 0 from line',
    ],
  },
  {
    name: 'a trigger that refuses rows by their own columns is read as a check',
    given: `create table trip (id serial primary key, name text, starts date, ends date, seats int, kind text);
            create function vet() returns trigger language plpgsql as $$ begin
              if tg_op = 'INSERT' then
                if new.name is null then raise exception 'no name'; end if;
                if new.starts is null or new.ends is null then raise exception 'no days'; end if;
                if new.ends < new.starts then raise exception 'it ends before'; elsif new.seats is null or new.seats not between 10 and 20 then raise exception '% seats', new.seats; end if;
              end if;
              new.kind := 'trip';
              if new.kind <> 'trip' then raise exception 'never'; end if;
              return new;
            end $$;
            create trigger vet before insert or update on trip for each row execute function vet();`,
    holds: ['select count(*) = 20 from trip', 'select bool_and(seats between 10 and 20 and ends >= starts) from trip'],
  },
  {
    name: 'short names in a key, and a unique order of rows without an owner',
    given: `create table province (state char(2) unique not null, n int);
            create table grade (id bigserial primary key, label text not null, sortorder bigint not null default 0 unique);`,
    holds: ['select count(*) = 20 from province', 'select count(*) = 20 from grade'],
  },
  {
    name: 'a foreign key to a column that the database works out',
    given: `create table base (x int primary key, y int generated always as (x * 2) stored unique);
            create table loose (id int primary key, y int references base (y));
            create table tight (id int primary key, y int not null references base (y));`,
    leaves: ['tight'],
    holds: ['select count(*) = 20 from base', 'select count(*) = 20 and count(y) = 0 from loose'],
  },
  {
    name: 'figures and networks that must not overlap',
    given: `create table spot (c circle, exclude using gist (c with &&));
            create table plot (id serial primary key, area box not null, exclude using gist (area with &&));
            create table net (id serial primary key, net cidr not null, exclude using gist (net inet_ops with &&));`,
    holds: ['select count(*) = 20 from spot', 'select count(*) = 20 from plot', 'select count(*) = 20 from net'],
  },
]
