-- Up Migration
-- Row-level security, forced, on every table that carries organisation_id. A catalogue test
-- finds any tenant table added later without its policy.
do $$
declare name text;
begin
  for name in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'organisation_directory'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())',
      name);
    execute format('grant select, insert, update, delete on %I to preau_app', name);
  end loop;
end
$$;

-- Insert-only: what happened is never rewritten.
revoke update, delete on audit_event, event from preau_app;
revoke update, delete on confirmation from preau_app;

grant select on instance, organisation_directory, schema_migration to preau_app, preau_jobs;

-- The relay reads which events every organisation has, never what they say.
grant usage on schema public to preau_app, preau_jobs;
grant select (organisation_id, id, xid, type) on event to preau_jobs;
create policy relay on event for select to preau_jobs using (true);
grant select, insert, update on event_cursor to preau_jobs;

-- The first server to start writes what the database is for; after that only the clock of a
-- demonstration moves.
grant insert (mode), update (clock_offset_ms) on instance to preau_app;
