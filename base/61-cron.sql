-- A stand-in for the extension pg_cron: jobs are kept in its table, and none is ever run.

create schema cron;
comment on schema cron is 'Stand-in laid by supa-seed for pg_cron: keeps jobs and runs none';
grant usage on schema cron to postgres;

create table cron.job (
  jobid bigserial not null primary key,
  schedule text not null,
  command text not null,
  nodename text not null default 'localhost',
  nodeport integer not null default coalesce(inet_server_port(), 5432),
  database text not null default current_database(),
  username text not null default current_user,
  active boolean not null default true,
  jobname text,
  constraint jobname_username_uniq unique (jobname, username)
);
comment on table cron.job is 'Stand-in laid by supa-seed: jobs that are never run';

create table cron.job_run_details (
  jobid bigint,
  runid bigserial not null primary key,
  job_pid integer,
  database text,
  username text,
  command text,
  status text,
  return_message text,
  start_time timestamptz,
  end_time timestamptz
);
comment on table cron.job_run_details is 'Stand-in laid by supa-seed: stays empty, as no job is run';

grant select, insert, update, delete on cron.job, cron.job_run_details to postgres;
grant all on all sequences in schema cron to postgres;

-- A job of a name that is there already is replaced.
create function cron.schedule(job_name text, schedule text, command text) returns bigint
language sql
as $$
  insert into cron.job (jobname, schedule, command)
  values (job_name, schedule, command)
  on conflict on constraint jobname_username_uniq
    do update set schedule = excluded.schedule, command = excluded.command, active = true
  returning jobid
$$;
comment on function cron.schedule(text, text, text) is 'Stand-in laid by supa-seed: keeps the job and never runs it';

create function cron.schedule(schedule text, command text) returns bigint
language sql
as $$
  insert into cron.job (schedule, command) values (schedule, command) returning jobid
$$;
comment on function cron.schedule(text, text) is 'Stand-in laid by supa-seed: keeps the job and never runs it';

create function cron.schedule_in_database(
  job_name text,
  schedule text,
  command text,
  database text,
  username text default null,
  active boolean default true
) returns bigint
language sql
as $$
  insert into cron.job (jobname, schedule, command, database, username, active)
  values (job_name, schedule, command, database, coalesce(username, current_user), active)
  on conflict on constraint jobname_username_uniq
    do update set schedule = excluded.schedule, command = excluded.command, active = excluded.active
  returning jobid
$$;
comment on function cron.schedule_in_database(text, text, text, text, text, boolean)
  is 'Stand-in laid by supa-seed: keeps the job and never runs it';

create function cron.alter_job(
  job_id bigint,
  schedule text default null,
  command text default null,
  database text default null,
  username text default null,
  active boolean default null
) returns void
language sql
as $$
  update cron.job j
  set schedule = coalesce(alter_job.schedule, j.schedule),
    command = coalesce(alter_job.command, j.command),
    database = coalesce(alter_job.database, j.database),
    username = coalesce(alter_job.username, j.username),
    active = coalesce(alter_job.active, j.active)
  where j.jobid = job_id
$$;
comment on function cron.alter_job(bigint, text, text, text, text, boolean)
  is 'Stand-in laid by supa-seed: changes a job that is never run';

-- Unknown jobs are an error, as with the real one: some migrations catch it, none should pass by luck.
create function cron.unschedule(job_id bigint) returns boolean
language plpgsql
as $$
begin
  delete from cron.job where jobid = job_id;
  if not found then
    raise exception 'There is no job %', job_id;
  end if;
  return true;
end
$$;
comment on function cron.unschedule(bigint) is 'Stand-in laid by supa-seed: forgets a job that was never run';

create function cron.unschedule(job_name text) returns boolean
language plpgsql
as $$
begin
  delete from cron.job where jobname = job_name and username = current_user;
  if not found then
    raise exception 'There is no job %', job_name;
  end if;
  return true;
end
$$;
comment on function cron.unschedule(text) is 'Stand-in laid by supa-seed: forgets a job that was never run';
