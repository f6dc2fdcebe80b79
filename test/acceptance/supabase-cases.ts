import type { Case } from './cases.ts'

/** What schemas of applications on Supabase brought to light, each in its smallest form. */
export const supabaseCases: readonly Case[] = [
  {
    name: 'a task for somebody and for a team, each led by the other: one goes first',
    given: `create table crew (id uuid primary key default gen_random_uuid(), name text not null);
            create table person (id uuid primary key default gen_random_uuid(), full_name text not null);
            create table crew_members (crew_id uuid not null references crew, person_id uuid not null references person, primary key (crew_id, person_id));
            create table errand (
              id uuid primary key default gen_random_uuid(), title text not null, crew_id uuid references crew, person_id uuid references person
            );`,
    holds: [
      'select count(*) = 20 from errand',
      `select bool_and(exists (select from crew_members m where m.crew_id = e.crew_id and m.person_id = e.person_id)
         or not exists (select from crew_members m where m.crew_id = e.crew_id))
       from errand e where e.crew_id is not null and e.person_id is not null`,
    ],
  },
  {
    name: 'what is recorded when it is sent, and opened later',
    given: `create table mailing (
              id uuid primary key default gen_random_uuid(), subject text not null, sent_at timestamptz not null default now(), opened_at timestamptz,
              clicked_at timestamptz
            );`,
    holds: [
      'select count(*) = 20 from mailing',
      'select bool_and(opened_at >= sent_at) and count(opened_at) >= 5 from mailing',
      'select bool_and(clicked_at >= sent_at) from mailing',
    ],
  },
]
