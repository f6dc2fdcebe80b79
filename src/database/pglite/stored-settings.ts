/**
 * What `alter database … set` and `alter role … set` have stored: a server applies it to each session that begins, PGlite does not. The
 * most specific comes last and counts. One that cannot be set any more must not keep the database from opening.
 */
export const storedSettings = `
do $$
declare
  setting text;
begin
  for setting in
    select unnest(s.setconfig)
    from pg_catalog.pg_db_role_setting s
    where s.setdatabase in (0, (select oid from pg_catalog.pg_database where datname = current_database()))
      and s.setrole in (0, (select oid from pg_catalog.pg_roles where rolname = current_user))
    order by s.setrole <> 0, s.setdatabase <> 0
  loop
    begin
      perform pg_catalog.set_config(split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1), false);
    exception when others then
      raise warning '% is not applied: %', setting, sqlerrm;
    end;
  end loop;
end
$$`
