-- A school on Supabase: everything hangs on auth.users, profiles come from a trigger, membership functions carry the policies, counters and logs are kept by triggers.
create type public.app_role as enum ('owner', 'admin', 'teacher', 'student', 'guardian');
create type public.submission_status as enum ('draft', 'submitted', 'late', 'graded', 'returned');
create type public.attendance_state as enum ('present', 'absent', 'late', 'excused');

create table public.profiles (
  id uuid primary key references auth.users on delete cascade,
  username text unique check (username ~ '^[a-z0-9_]{3,24}$'),
  full_name text,
  avatar_url text,
  birthday date,
  timezone text not null default 'UTC',
  onboarded boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.schools (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 3 and 120),
  slug text not null unique check (slug = lower(slug) and slug !~ '[^a-z0-9-]'),
  domain text unique,
  country char(2) not null default 'DE',
  plan text not null default 'free' check (plan in ('free', 'school', 'district')),
  seats integer check (seats > 0),
  settings jsonb not null default '{"grading": "letters"}'::jsonb check (settings ? 'grading' and settings ->> 'grading' in ('letters', 'points', 'percent')),
  created_by uuid references auth.users on delete set null default auth.uid(),
  created_at timestamptz not null default now(),
  constraint seats_when_paid check ((plan = 'free') = (seats is null))
);
create table public.school_members (
  school_id uuid not null references public.schools on delete cascade,
  user_id uuid not null references public.profiles on delete cascade,
  role public.app_role not null default 'student',
  joined_at timestamptz not null default now(),
  primary key (school_id, user_id)
);
create unique index school_one_owner on public.school_members (school_id) where role = 'owner';
create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references public.schools on delete cascade,
  email text not null check (position('@' in email) > 1),
  role public.app_role not null check (role <> 'owner'),
  token text not null unique default encode(gen_random_bytes(16), 'hex') check (length(token) = 32),
  invited_by uuid not null references auth.users,
  accepted_by uuid references auth.users,
  accepted_at timestamptz,
  expires_at timestamptz not null default now() + interval '7 days',
  created_at timestamptz not null default now(),
  unique (school_id, email),
  check ((accepted_by is null) = (accepted_at is null)),
  check (expires_at > created_at)
);
create table public.academic_years (
  id bigint generated always as identity primary key,
  school_id uuid not null references public.schools on delete cascade,
  label text not null check (label ~ '^[0-9]{4}/[0-9]{2}$'),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  is_current boolean not null default false,
  unique (school_id, label)
);
create unique index academic_years_current on public.academic_years (school_id) where is_current;
create table public.terms (id bigint generated always as identity primary key, academic_year_id bigint not null references public.academic_years on delete cascade, number smallint not null check (number between 1 and 4), starts_on date not null, ends_on date not null, unique (academic_year_id, number), check (ends_on > starts_on));
create table public.subjects (id bigint generated always as identity primary key, school_id uuid not null references public.schools on delete cascade, code varchar(10) not null check (code ~ '^[A-Z]{2,4}-?[0-9]{1,3}$'), name text not null, color text check (color ~ '^#[0-9a-f]{6}$'), unique (school_id, code));
create table public.rooms (id bigint generated always as identity primary key, school_id uuid not null references public.schools on delete cascade, name text not null, capacity smallint not null check (capacity between 1 and 500), features text[] not null default '{}', unique (school_id, name));
create table public.classes (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references public.schools on delete cascade,
  academic_year_id bigint not null references public.academic_years,
  grade smallint not null check (grade between 1 and 13),
  section char(1) not null check (section ~ '[A-F]'),
  homeroom_teacher uuid references public.profiles,
  room_id bigint references public.rooms,
  student_count integer not null default 0 check (student_count >= 0),
  unique (academic_year_id, grade, section)
);
create table public.courses (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references public.schools on delete cascade,
  subject_id bigint not null references public.subjects,
  term_id bigint not null references public.terms,
  teacher_id uuid not null references public.profiles,
  title text not null,
  description text,
  join_code char(6) not null unique check (join_code = upper(join_code)),
  max_students smallint check (max_students > 0),
  is_archived boolean not null default false,
  created_at timestamptz not null default now()
);
create table public.enrollments (
  id bigint generated always as identity primary key,
  course_id uuid not null references public.courses on delete cascade,
  student_id uuid not null references public.profiles on delete cascade,
  enrolled_at timestamptz not null default now(),
  dropped_at timestamptz,
  final_grade numeric(4, 1) check (final_grade between 0 and 100),
  check (dropped_at is null or final_grade is null)
);
create unique index enrollments_active on public.enrollments (course_id, student_id) where dropped_at is null;
create table public.class_students (class_id uuid references public.classes on delete cascade, student_id uuid references public.profiles on delete cascade, since date not null default current_date, primary key (class_id, student_id));
create table public.guardians (student_id uuid references public.profiles on delete cascade, guardian_id uuid references public.profiles on delete cascade, relation text not null default 'parent', is_primary boolean not null default false, primary key (student_id, guardian_id), check (student_id <> guardian_id));
create table public.timetable_slots (
  id bigint generated always as identity primary key,
  course_id uuid not null references public.courses on delete cascade,
  room_id bigint not null references public.rooms,
  weekday smallint not null check (weekday between 1 and 5),
  starts_at time not null check (starts_at >= '07:00'),
  ends_at time not null check (ends_at <= '18:00'),
  check (ends_at > starts_at),
  unique (room_id, weekday, starts_at)
);
create table public.lessons (id uuid primary key default gen_random_uuid(), course_id uuid not null references public.courses on delete cascade, held_on date not null, topic text not null, homework text, substitute_id uuid references public.profiles, cancelled boolean not null default false, unique (course_id, held_on));
create table public.attendance (lesson_id uuid references public.lessons on delete cascade, student_id uuid references public.profiles, state public.attendance_state not null default 'present', minutes_late smallint, note text, recorded_by uuid references public.profiles, recorded_at timestamptz not null default now(), primary key (lesson_id, student_id), check ((state = 'late') = (minutes_late is not null)), check (minutes_late between 1 and 60));
create table public.modules (id uuid primary key default gen_random_uuid(), course_id uuid not null references public.courses on delete cascade, title text not null, position integer not null check (position >= 0), is_published boolean not null default false, unique (course_id, position) deferrable initially deferred);
create table public.materials (
  id uuid primary key default gen_random_uuid(),
  module_id uuid not null references public.modules on delete cascade,
  kind text not null check (kind in ('file', 'link', 'text')),
  title text not null,
  url text,
  body text,
  storage_path text,
  size_bytes bigint check (size_bytes between 1 and 52428800),
  constraint material_content check (
    case kind when 'file' then storage_path is not null and size_bytes is not null and url is null and body is null
              when 'link' then url is not null and storage_path is null and body is null and size_bytes is null
              else body is not null and url is null and storage_path is null and size_bytes is null end)
);
create table public.assignments (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references public.courses on delete cascade,
  module_id uuid references public.modules on delete set null,
  title text not null check (length(btrim(title)) > 0),
  instructions text,
  max_points numeric(6, 2) not null default 100 check (max_points > 0),
  weight numeric(4, 3) not null default 1 check (weight > 0 and weight <= 1),
  available_from timestamptz not null default now(),
  due_at timestamptz,
  closes_at timestamptz,
  submission_count integer not null default 0,
  created_by uuid not null references public.profiles,
  check (due_at is null or due_at > available_from),
  check (closes_at is null or (due_at is not null and closes_at >= due_at))
);
create table public.submissions (
  id uuid primary key default gen_random_uuid(),
  assignment_id uuid not null references public.assignments on delete cascade,
  student_id uuid not null references public.profiles on delete cascade,
  attempt smallint not null default 1 check (attempt between 1 and 5),
  status public.submission_status not null default 'draft',
  body text,
  submitted_at timestamptz,
  points numeric(6, 2) check (points >= 0),
  graded_by uuid references public.profiles,
  graded_at timestamptz,
  unique (assignment_id, student_id, attempt),
  check (status = 'draft' or submitted_at is not null),
  check ((status in ('graded', 'returned')) = (points is not null and graded_by is not null and graded_at is not null)),
  check (graded_at is null or graded_at >= submitted_at)
);
create table public.submission_files (id uuid primary key default gen_random_uuid(), submission_id uuid not null references public.submissions on delete cascade, name text not null, path text not null unique, mime_type text not null check (mime_type like '%/%'), bytes integer not null check (bytes > 0), checksum text check (checksum ~ '^[0-9a-f]{64}$'));
create table public.rubrics (id uuid primary key default gen_random_uuid(), assignment_id uuid not null unique references public.assignments on delete cascade, title text not null, criteria jsonb not null default '[]' check (jsonb_typeof(criteria) = 'array'));
create table public.quizzes (id uuid primary key references public.assignments on delete cascade, time_limit interval check (time_limit > interval '0'), shuffle boolean not null default true, attempts_allowed smallint not null default 1 check (attempts_allowed >= 1));
create table public.questions (id uuid primary key default gen_random_uuid(), quiz_id uuid not null references public.quizzes on delete cascade, kind text not null check (kind in ('choice', 'text', 'number')), prompt text not null, points smallint not null default 1 check (points > 0), position smallint not null, answer_number numeric, tolerance numeric check (tolerance >= 0), unique (quiz_id, position), check ((kind = 'number') = (answer_number is not null)), check (tolerance is null or kind = 'number'));
create table public.options (id bigint generated always as identity primary key, question_id uuid not null references public.questions on delete cascade, label text not null, is_correct boolean not null default false, unique (question_id, label));
create table public.answers (id bigint generated always as identity primary key, submission_id uuid not null references public.submissions on delete cascade, question_id uuid not null references public.questions, option_id bigint references public.options, text_answer text, number_answer numeric, is_correct boolean, unique (submission_id, question_id), check (num_nonnulls(option_id, text_answer, number_answer) <= 1));
create table public.announcements (id uuid primary key default gen_random_uuid(), school_id uuid not null references public.schools on delete cascade, course_id uuid references public.courses on delete cascade, author_id uuid not null references public.profiles, title text not null, body text not null, pinned boolean not null default false, publish_at timestamptz, created_at timestamptz not null default now());
create table public.threads (id uuid primary key default gen_random_uuid(), course_id uuid not null references public.courses on delete cascade, author_id uuid not null references public.profiles, title text not null, locked boolean not null default false, posts_count integer not null default 0, last_post_at timestamptz, created_at timestamptz not null default now());
create table public.posts (id uuid primary key default gen_random_uuid(), thread_id uuid not null references public.threads on delete cascade, parent_id uuid references public.posts on delete cascade, author_id uuid not null references public.profiles, body text not null check (body <> ''), edited_at timestamptz, created_at timestamptz not null default now());
create table public.reactions (post_id uuid references public.posts on delete cascade, user_id uuid references public.profiles on delete cascade, emoji text not null check (char_length(emoji) <= 8), created_at timestamptz not null default now(), primary key (post_id, user_id, emoji));
create table public.conversations (id uuid primary key default gen_random_uuid(), school_id uuid not null references public.schools on delete cascade, is_group boolean not null default false, title text, check (is_group or title is null));
create table public.conversation_members (conversation_id uuid references public.conversations on delete cascade, user_id uuid references public.profiles on delete cascade, last_read_at timestamptz, muted boolean not null default false, primary key (conversation_id, user_id));
create table public.messages (id bigint generated always as identity primary key, conversation_id uuid not null, sender_id uuid not null, body text not null, reply_to bigint references public.messages on delete set null, created_at timestamptz not null default now(), foreign key (conversation_id, sender_id) references public.conversation_members (conversation_id, user_id) on delete cascade);
create table public.fees (id bigint generated always as identity primary key, school_id uuid not null references public.schools, student_id uuid not null references public.profiles, description text not null, amount_cents integer not null check (amount_cents > 0), due_on date not null, paid_on date, waived boolean not null default false, check (not (waived and paid_on is not null)));
create table public.user_settings (user_id uuid primary key references auth.users on delete cascade, theme text not null default 'system' check (theme in ('light', 'dark', 'system')), email_digest text not null default 'weekly' check (email_digest in ('never', 'daily', 'weekly')), push_tokens text[] not null default '{}');
create table public.activity_log (id bigint generated always as identity primary key, school_id uuid, actor_id uuid default auth.uid(), action text not null, subject_table text not null, subject_id text, created_at timestamptz not null default now());

create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, full_name, avatar_url) values (new.id, new.raw_user_meta_data ->> 'full_name', new.raw_user_meta_data ->> 'avatar_url');
  insert into public.user_settings (user_id) values (new.id) on conflict do nothing;
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
create function public.touch() returns trigger language plpgsql as $$ begin new.updated_at := now(); return new; end $$;
create trigger profiles_touched before update on public.profiles for each row execute function public.touch();
create function public.count_submissions() returns trigger language plpgsql security definer as $$
begin
  update public.assignments set submission_count = submission_count + 1 where id = new.assignment_id;
  return null;
end $$;
create trigger submissions_counted after insert on public.submissions for each row execute function public.count_submissions();
create function public.count_posts() returns trigger language plpgsql security definer as $$
begin
  update public.threads set posts_count = posts_count + 1, last_post_at = greatest(last_post_at, new.created_at) where id = new.thread_id;
  return null;
end $$;
create trigger posts_counted after insert on public.posts for each row execute function public.count_posts();
create function public.log_grade() returns trigger language plpgsql security definer as $$
begin
  if new.status = 'graded' then
    insert into public.activity_log (actor_id, action, subject_table, subject_id) values (new.graded_by, 'graded', 'submissions', new.id::text);
  end if;
  return null;
end $$;
create trigger grades_logged after insert or update on public.submissions for each row execute function public.log_grade();
create function public.is_member(school uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.school_members m where m.school_id = school and m.user_id = (select auth.uid()))
$$;
do $$
declare t text;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
    execute format('alter table public.%I enable row level security', t);
  end loop;
  for t in select unnest(array['school_members', 'invitations', 'academic_years', 'subjects', 'rooms', 'classes', 'courses', 'announcements', 'conversations', 'fees']) loop
    execute format('create policy members on public.%I to authenticated using (public.is_member(school_id))', t);
  end loop;
end $$;
create policy own on public.profiles to authenticated using ((select auth.uid()) = id) with check ((select auth.uid()) = id);
create policy own on public.user_settings to authenticated using ((select auth.uid()) = user_id);
create policy own on public.submissions to authenticated using ((select auth.uid()) = student_id);
