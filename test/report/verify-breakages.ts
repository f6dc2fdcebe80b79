/** As SQL writes its name. */
export const REPLIES = '"od.d %"."re""ply\\\\"'.replaceAll('\\\\', '\\')

/** One thing that somebody breaks: what it makes fail, and what the report says of it. */
export interface Breakage {
  readonly does: string
  readonly sql: string
  readonly fails: readonly string[]
  /** Ids of findings, or how they begin. */
  readonly says: readonly string[]
  /** Must be in what the findings found. */
  readonly found?: RegExp
  /** The embedded database is asked as well: one breakage for each check is enough there. */
  readonly embedded?: true
}

/** A user that is always the same one. */
export const someUser = `(select id from auth.users order by id limit 1)`

export const BREAKAGES: readonly Breakage[] = [
  {
    does: 'a row is deleted',
    embedded: true,
    sql: `delete from public.posts where title = 'Welcome'`,
    fails: ['counts'],
    says: ['rows-missing:posts'],
    found: /^30$/m,
  },
  {
    does: 'a row is replaced by one of others',
    sql: `delete from public.internal where id = (select max(id) from public.internal);
      insert into public.internal values (-1, 'mine')`,
    fails: ['counts'],
    says: ['rows-missing:internal'],
  },
  {
    does: 'a row that a trigger made is deleted',
    sql: `delete from public.audit where who = ${someUser}`,
    fails: ['counts'],
    says: ['rows-missing:audit'],
  },
  {
    does: 'rows get another parent',
    embedded: true,
    sql: `update public.posts set author_id = ${someUser}`,
    fails: ['promises'],
    says: ['share-out-of-bounds:posts.posts_author_id_fkey'],
    found: /4 have none; [0-9a-f-]{36} has 30/,
  },
  {
    does: 'rows get other values than were asked for',
    sql: `update public.posts set status = 'archived' where title <> 'Welcome'`,
    fails: ['promises'],
    says: ['value-not-asked-for:posts.status'],
    found: /archived/,
  },
  {
    does: 'a given row is changed',
    sql: `update public.posts set title = 'Farewell' where title = 'Welcome'`,
    fails: ['promises'],
    says: ['given-row-changed:posts.title.fixtures.posts.welcome'],
    found: /Farewell/,
  },
  {
    does: 'rows lose their parent while the key is not valid',
    embedded: true,
    sql: `alter table ${REPLIES} drop constraint "re""ply\\_po.st_fkey";
      update ${REPLIES} set "po.st" = 4711 where id in (select id from ${REPLIES} order by id limit 2);
      alter table ${REPLIES} add constraint "re""ply\\_po.st_fkey" foreign key ("po.st") references public.posts on delete cascade not valid`,
    fails: ['foreign-keys', 'constraints'],
    says: ['dangling-rows:"od.d %"."re""ply\\".re"ply\\_po.st_fkey', 'constraints-changed'],
    found: /^id = [0-9a-f-]{36} \(po\.st = 4711\); id = [0-9a-f-]{36} \(po\.st = 4711\)$/m,
  },
  {
    does: 'rows lose their parent behind the back of a valid key',
    sql: `alter table ${REPLIES} disable trigger all;
      update ${REPLIES} set "a ""b" = '00000000-0000-4000-8000-000000000000' where id = (select min(id::text)::uuid from ${REPLIES});
      alter table ${REPLIES} enable trigger all`,
    fails: ['foreign-keys'],
    says: ['dangling-rows:"od.d %"."re""ply\\".re"ply\\_a "b_fkey'],
  },
  {
    does: 'nobody checks a key any more',
    sql: 'alter table public.posts disable trigger all',
    fails: ['constraints'],
    says: ['constraints-changed'],
  },
  {
    does: 'a token is NULL',
    embedded: true,
    sql: `update auth.users set confirmation_token = null where id = ${someUser}`,
    fails: ['sign-in'],
    says: ['cannot-sign-in:auth.users.null-confirmation-token'],
    found: /@/,
  },
  {
    does: 'a user is another kind of user',
    sql: `update auth.users set instance_id = null, aud = 'x', role = 'x', email = upper(email), email_confirmed_at = null,
        banned_until = now() + interval '1 day', deleted_at = now() where id = ${someUser}`,
    fails: ['sign-in'],
    says: ['instance-id', 'aud', 'role', 'email-case', 'unconfirmed', 'banned', 'deleted'].map(
      (code) => `cannot-sign-in:auth.users.${code}`,
    ),
  },
  {
    does: 'an identity is not the user’s',
    sql: `update auth.identities set provider_id = provider_id || 'x', created_at = null where user_id = ${someUser}`,
    // The identity is a row of supa-seed; its key is not what was changed.
    fails: ['sign-in'],
    says: ['cannot-sign-in:auth.users.no-identity', 'cannot-sign-in:auth.users.identity-created-at'],
  },
  {
    does: 'two addresses differ by case only',
    sql: `update auth.users set email = (select upper(email) from auth.users order by id limit 1)
      where id = (select id from auth.users order by id desc limit 1)`,
    fails: ['sign-in'],
    says: ['cannot-sign-in:auth.users.email-twice'],
  },
  {
    does: 'a password is another one',
    embedded: true,
    sql: `update auth.users set encrypted_password = extensions.crypt('another', extensions.gen_salt('bf', 4)) where id = ${someUser}`,
    fails: ['sign-in'],
    says: ['password-differs:auth.users'],
  },
  {
    does: 'a trigger is disabled',
    embedded: true,
    sql: 'alter table auth.users disable trigger on_new_user',
    fails: ['triggers'],
    says: ['triggers-changed'],
  },
  {
    does: 'the function of a trigger is another one',
    sql: `create or replace function public.on_new_user() returns trigger language plpgsql as 'begin return new; end'`,
    fails: ['triggers'],
    says: ['triggers-changed'],
  },
  {
    does: 'a policy is dropped',
    sql: 'drop policy own on public.posts',
    fails: ['policies'],
    says: ['policies-changed'],
  },
  {
    does: 'policies show everybody the rows of others',
    sql: `alter policy own on public.posts using (author_id <> (select auth.uid())); alter policy own on public.profiles using (false)`,
    fails: ['visible-rows', 'policies'],
    says: ['policies-changed', 'sees-nothing-own'],
  },
  {
    does: 'policies let nobody see anything',
    embedded: true,
    sql: `alter policy own on public.posts using (false); alter policy own on public.profiles using (false)`,
    fails: ['visible-rows', 'policies'],
    says: ['sees-nothing'],
  },
  {
    does: 'a policy fails',
    sql: `create policy endless on public.posts to authenticated using (exists (select from public.posts))`,
    fails: ['policies'],
    says: ['policy-fails:posts'],
    found: /SQLSTATE 42P17/,
  },
  {
    does: 'row-level security is off',
    sql: 'alter table public.posts disable row level security',
    fails: ['row-security'],
    says: ['row-security-changed', 'open-to-everybody:posts'],
  },
  {
    does: 'a check is dropped',
    sql: 'alter table public.profiles drop constraint profiles_display_name_check',
    fails: ['constraints'],
    says: ['constraints-changed'],
  },
  {
    does: 'a column may be NULL',
    sql: 'alter table public.posts alter column title drop not null',
    fails: ['constraints'],
    says: ['constraints-changed'],
  },
  {
    does: 'a grant is revoked',
    embedded: true,
    sql: 'revoke select on public.posts from authenticated',
    fails: ['grants'],
    says: ['grants-changed', 'grant-missing:posts'],
  },
  {
    does: 'all grants of tables are revoked',
    sql: `revoke select on all tables in schema public from authenticated`,
    fails: ['visible-rows', 'grants'],
    says: ['sees-nothing', 'grant-missing:posts', 'grant-missing:profiles'],
  },
  {
    does: 'a grant to whoever has not signed in is revoked',
    sql: 'revoke select on public.posts from anon',
    fails: ['grants'],
    says: ['grants-changed', 'grant-missing:posts.anon'],
  },
  {
    does: 'a column is granted',
    sql: 'grant update (title) on public.posts to anon',
    fails: ['grants'],
    says: ['grants-changed'],
  },
]
