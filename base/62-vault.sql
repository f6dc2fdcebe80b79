-- A stand-in for Supabase Vault: secrets are kept as they are, NOT encrypted. Good for test data and for nothing else.

create schema vault;
comment on schema vault is 'Stand-in laid by supa-seed for Supabase Vault: does NOT encrypt';
grant usage on schema vault to postgres, service_role;

create table vault.secrets (
  id uuid not null default gen_random_uuid() primary key,
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table vault.secrets is 'Stand-in laid by supa-seed: the secrets are NOT encrypted';
create unique index secrets_name_idx on vault.secrets (name);

create view vault.decrypted_secrets as
select id, name, description, secret, secret as decrypted_secret, key_id, nonce, created_at, updated_at
from vault.secrets;
comment on view vault.decrypted_secrets is 'Stand-in laid by supa-seed: the secrets are NOT encrypted';

grant select, delete on vault.secrets, vault.decrypted_secrets to postgres, service_role;

create function vault.create_secret(
  new_secret text,
  new_name text default null,
  new_description text default '',
  new_key_id uuid default null
) returns uuid
language sql security definer set search_path = ''
as $$
  insert into vault.secrets (secret, name, description, key_id)
  values (new_secret, new_name, coalesce(new_description, ''), new_key_id)
  returning id
$$;
comment on function vault.create_secret(text, text, text, uuid) is 'Stand-in laid by supa-seed: does NOT encrypt';

create function vault.update_secret(
  secret_id uuid,
  new_secret text default null,
  new_name text default null,
  new_description text default null,
  new_key_id uuid default null
) returns void
language sql security definer set search_path = ''
as $$
  update vault.secrets
  set secret = coalesce(new_secret, secret),
    name = coalesce(new_name, name),
    description = coalesce(new_description, description),
    key_id = coalesce(new_key_id, key_id),
    updated_at = now()
  where id = secret_id
$$;
comment on function vault.update_secret(uuid, text, text, text, uuid) is 'Stand-in laid by supa-seed: does NOT encrypt';

revoke execute on all functions in schema vault from public;
grant execute on all functions in schema vault to postgres, service_role;
