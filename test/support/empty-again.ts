/** Makes a database as if it were new: its own schemas and extensions go, `public` is as at the beginning. Also where `public` is gone. */
export const EMPTY_AGAIN = `
do $empty$ declare made record; begin
  for made in select extname from pg_catalog.pg_extension where extname <> 'plpgsql' loop
    execute pg_catalog.format('drop extension %I cascade', made.extname);
  end loop;
  for made in select nspname from pg_catalog.pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
    execute pg_catalog.format('drop schema %I cascade', made.nspname);
  end loop;
  create schema public authorization pg_database_owner;
  grant usage on schema public to public;
  comment on schema public is 'standard public schema';
end $empty$`

/** What that leaves behind: true when there is nothing of the kind, so that the database may serve another test. */
export const IS_EMPTY = `
select not exists (select from pg_catalog.pg_depend where objid >= 16384)
  and not exists (select from pg_catalog.pg_shdepend s join pg_catalog.pg_database d on d.oid = s.dbid where d.datname = current_database())
  and not exists (select from pg_catalog.pg_db_role_setting s join pg_catalog.pg_database d on d.oid = s.setdatabase where d.datname = current_database())
  and not exists (select from pg_catalog.pg_publication)
  and not exists (select from pg_catalog.pg_event_trigger)
  and not exists (select from pg_catalog.pg_foreign_data_wrapper)
  and not exists (select from pg_catalog.pg_largeobject_metadata)
  and not exists (select from pg_catalog.pg_default_acl)
  and not exists (
    select from pg_catalog.pg_proc p
    left join pg_catalog.pg_init_privs i on i.classoid = 'pg_catalog.pg_proc'::regclass and i.objoid = p.oid and i.objsubid = 0
    where p.oid < 16384 and p.proacl is distinct from i.initprivs)
  and not exists (
    select from pg_catalog.pg_class c
    left join pg_catalog.pg_init_privs i on i.classoid = 'pg_catalog.pg_class'::regclass and i.objoid = c.oid and i.objsubid = 0
    where c.relnamespace = 'pg_catalog'::regnamespace and c.relacl is distinct from i.initprivs)
  and (select datacl is null and datdba = 10 from pg_catalog.pg_database where datname = current_database()) as empty`
