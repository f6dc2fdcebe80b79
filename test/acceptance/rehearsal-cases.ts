import type { Case } from './cases.ts'

/** What only running shows: the plan is rehearsed before anything is written. */
export const rehearsalCases: readonly Case[] = [
  {
    name: 'tables that refuse every row are left out with what hangs on them, rows that are refused one by one, and nothing else',
    given: `create table accounts (id serial primary key, kind text not null check (kind in ('private', 'public')));
            create table closed (id serial primary key, account_id int not null references accounts);
            create table closed_notes (id serial primary key, closed_id int not null references closed);
            create table tenant_rows (id serial primary key, title text);
            create table gear (id serial primary key, account_id int not null references accounts, label text);
            create table photos (id serial primary key, gear_id int not null references gear, account_id int references accounts);
            create function closed() returns trigger language plpgsql as $$ begin execute 'select 1 / (case when $1 > 0 then 0 else 1 end)' using new.id; return new; end $$;
            create trigger t before insert on closed for each row execute function closed();
            create function tenant() returns trigger language plpgsql as $$ begin perform current_setting('app.' || 'tenant'); return new; end $$;
            create trigger t before insert on tenant_rows for each row execute function tenant();
            create function shown() returns trigger language plpgsql as $$ declare k text; begin
              execute 'select kind from public.accounts where id = $1' into k using new.account_id;
              if k <> 'public' then raise exception 'private'; end if; return new; end $$;
            create trigger t before insert on gear for each row execute function shown();`,
    holds: [
      'select count(*) = 20 from accounts',
      'select count(*) = 0 from closed',
      'select count(*) = 0 from closed_notes',
      'select count(*) = 0 from tenant_rows',
      'select count(*) between 1 and 19 from gear',
      'select count(*) >= 1 from photos',
      `select bool_and(kind = 'public') from gear join accounts on accounts.id = account_id`,
    ],
  },
  {
    name: 'what only a load finds out ends with rows skipped or the table left out, and everything else is filled',
    given: `create table team (id serial primary key, name text not null, lead_id int);
            create table member (id serial primary key, team_id int not null references team, name text not null);
            alter table team add foreign key (lead_id) references member;
            create table ticket (id serial primary key, member_id int not null references member, title text not null);
            create function full_list() returns trigger language plpgsql as $$ begin
              if (select count(*) from public.ticket) >= 520 then raise exception 'the list is full'; end if; return new; end $$;
            create trigger t before insert on ticket for each row execute function full_list();
            create table reply (id serial primary key, ticket_id int not null references ticket, body text not null);
            create table late_note (id serial primary key, ticket_id int not null references ticket);
            create function too_late() returns trigger language plpgsql as $$ begin
              if (select count(*) from public.ticket) >= 510 then raise exception 'too late'; end if; return new; end $$;
            create trigger t before insert on late_note for each row execute function too_late();
            create table late_line (id serial primary key, late_note_id int not null references late_note);
            create table old_number (number serial, title text not null);
            alter table old_number alter number drop default;
            alter table old_number alter number type boolean using number > 0;`,
    asking: { rows: 600 },
    holds: [
      'select count(*) = 600 and count(lead_id) > 0 from team',
      'select count(*) = 520 from ticket',
      'select count(*) > 400 from reply',
      'select count(*) = 0 from late_note',
      'select count(*) = 0 from late_line',
      'select count(*) = 600 from old_number',
    ],
  },
  {
    name: 'a trigger that refuses COPY gets INSERT, deferred triggers are heard before the end, and triggers that write to one another do not mind',
    given: `create table imports (id serial primary key, title text not null);
            create function by_hand() returns trigger language plpgsql as $$ begin
              if current_query() ilike 'copy%' then raise exception 'not by COPY'; end if; return new; end $$;
            create trigger t before insert on imports for each row execute function by_hand();
            create table batches (id serial primary key, size int not null);
            create function full_batch() returns trigger language plpgsql as $$ begin
              if (select count(*) from public.batches) > 5 then raise exception 'at most five'; end if; return null; end $$;
            create constraint trigger t after insert on batches deferrable initially deferred for each row execute function full_batch();
            create table tasks (id serial primary key, title text not null);
            create table task_log (id serial primary key, task_id int references tasks, at timestamptz not null default now());
            create function log_task() returns trigger language plpgsql as $$ begin
              insert into public.task_log (task_id) values (new.id); return null; end $$;
            create trigger t after insert on tasks for each row execute function log_task();
            create function touch_task() returns trigger language plpgsql as $$ begin
              update public.tasks set title = trim(title) where id = new.task_id; return null; end $$;
            create trigger t after insert on task_log for each row execute function touch_task();`,
    holds: [
      'select count(*) = 20 from imports',
      'select count(*) = 5 from batches',
      'select count(*) = 20 from tasks',
      'select count(*) >= 20 from task_log',
    ],
  },
]
