-- Roles of the application, made before the migrations that grant to them. May be run again at any time.
-- In your own PostgreSQL an owner without CREATEROLE cannot make them: let a superuser run this file once, then
--   grant zhagen_writer, zhagen_reader to OWNER;
-- and, to keep the application apart from the owner, alter role zhagen_app password '…' and set DATABASE_APP_URL.

do $$
begin
  -- Writes the ledger and what follows from it; may never change or remove what is in the ledger.
  if not exists (select from pg_roles where rolname = 'zhagen_writer') then
    create role zhagen_writer nologin;
  end if;
  -- Reads under row-level security: sees nothing without a scope.
  if not exists (select from pg_roles where rolname = 'zhagen_reader') then
    create role zhagen_reader nologin;
  end if;
  -- The application's login. It inherits nothing: every connection says at its start which of the two roles it is.
  if not exists (select from pg_roles where rolname = 'zhagen_app') then
    create role zhagen_app login noinherit;
  end if;
  if not pg_has_role('zhagen_app', 'zhagen_writer', 'member') then
    grant zhagen_writer to zhagen_app;
  end if;
  if not pg_has_role('zhagen_app', 'zhagen_reader', 'member') then
    grant zhagen_reader to zhagen_app;
  end if;
  -- Without DATABASE_APP_URL the application logs in as the owner and takes the same roles. Asked for each time: from
  -- PostgreSQL 16 on, who made a role is its member without the right to take it, and pg_has_role cannot ask that on 15.
  -- Where somebody else made the roles, that somebody grants them; a connection that cannot take them says so at start.
  begin
    execute format('grant zhagen_writer, zhagen_reader to %I', current_user);
  exception
    when insufficient_privilege then null;
  end;
end
$$;
