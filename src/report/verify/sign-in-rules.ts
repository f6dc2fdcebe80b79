/** Something that Supabase Auth (GoTrue) stumbles over, as a condition over the user `u`. */
export interface SignInRule {
  /** Part of the finding's id. */
  readonly code: string
  readonly broken: string
  /** `has NULL in …`: what is wrong with the user. */
  readonly what: string
  /** What it leads to. */
  readonly why: string
}

type Has = (column: string) => boolean

/** NULL in any of these is a value that GoTrue cannot scan: HTTP 500 on sign-in, and on every list of users. */
const NEVER_NULL = [
  'aud',
  'role',
  'confirmation_token',
  'recovery_token',
  'email_change_token_current',
  'email_change_token_new',
  'email_change',
  'email_change_confirm_status',
  'phone_change',
  'phone_change_token',
  'reauthentication_token',
  'created_at',
  'updated_at',
  'is_sso_user',
  'is_anonymous',
] as const

const NOT_FOUND = 'GoTrue does not find the user'
const FAILS = 'GoTrue answers with 500, “Database error querying schema”'

/** What must not be for a user with an e-mail address and a password to sign in; columns that are not there cannot be wrong. */
export function signInRules(has: Has, identities: Has, factors: Has): readonly SignInRule[] {
  const apart = ['is_sso_user', 'is_anonymous'].filter(has).map((name) => `u.${name} is not true`)
  /** Users who sign in with a password at all. */
  const own = apart.length === 0 ? 'true' : apart.join(' and ')
  const rules: (SignInRule | false)[] = [
    ...NEVER_NULL.filter(has).map((name) => ({
      code: `null-${name.replaceAll('_', '-')}`,
      broken: `u.${name} is null`,
      what: `has NULL in ${name}`,
      why: FAILS,
    })),
    has('instance_id') && {
      code: 'instance-id',
      broken: `u.instance_id is distinct from '00000000-0000-0000-0000-000000000000'::uuid`,
      what: 'has another instance_id than zero',
      why: NOT_FOUND,
    },
    ...(['aud', 'role'] as const).filter(has).map((name) => ({
      code: name,
      broken: `u.${name} <> 'authenticated'`,
      what: `has another ${name} than authenticated`,
      why: name === 'aud' ? NOT_FOUND : 'the access token carries another role, for which no policy is meant',
    })),
    has('email') && {
      code: 'email-case',
      broken: 'u.email <> lower(u.email)',
      what: 'has capitals in the e-mail address',
      why: 'addresses are looked up in lower case, and stored so',
    },
    has('email') &&
      has('id') && {
        code: 'email-twice',
        broken: `${own} and lower(u.email) in (
          select lower(o.email) from auth.users o where o.email is not null ${has('is_sso_user') ? 'and o.is_sso_user is not true' : ''}
          group by 1 having count(*) > 1)`,
        what: 'shares its e-mail address with another user, letters’ case aside',
        why: 'the sign-in is ambiguous',
      },
    has('email_confirmed_at') && {
      code: 'unconfirmed',
      broken: `${own} and u.email is not null and u.email_confirmed_at is null`,
      what: 'has not confirmed the e-mail address',
      why: 'email_not_confirmed',
    },
    ...kindRules(has, own),
    has('encrypted_password') && {
      code: 'no-password',
      broken: `${own} and coalesce(u.encrypted_password, '') = ''`,
      what: 'has no password',
      why: 'invalid_credentials',
    },
    has('banned_until') && {
      code: 'banned',
      broken: 'u.banned_until > now()',
      what: 'is banned',
      why: 'user_banned',
    },
    has('deleted_at') && {
      code: 'deleted',
      broken: 'u.deleted_at is not null',
      what: 'is marked as deleted',
      why: NOT_FOUND,
    },
    ...identityRules(identities, own, has),
    ...(['friendly_name', 'secret'] as const).filter(factors).map((name) => ({
      code: `factor-${name.replaceAll('_', '-')}`,
      broken: `exists (select from auth.mfa_factors f where f.user_id = u.id and f.${name} is null)`,
      what: `has a second factor with NULL in ${name}`,
      why: FAILS,
    })),
    factors('status') &&
      factors('secret') && {
        code: 'factor-unready',
        broken: `exists (select from auth.mfa_factors f where f.user_id = u.id and f.secret = '')`,
        what: 'has a second factor without a secret',
        why: 'nobody can use it; supa-seed seed gives it one',
      },
  ]
  return rules.filter((rule) => rule !== false)
}

/** Users who sign in with a telephone number, or not at all yet. */
function kindRules(has: Has, own: string): readonly (SignInRule | false)[] {
  return [
    has('phone') &&
      has('phone_confirmed_at') && {
        code: 'phone-unconfirmed',
        broken: `${own} and u.email is null and u.phone is not null and u.phone_confirmed_at is null`,
        what: 'has not confirmed the telephone number',
        why: 'phone_not_confirmed',
      },
    has('phone') &&
      has('email') && {
        code: 'nothing-to-name',
        broken: `${own} and u.email is null and u.phone is null`,
        what: 'has neither an e-mail address nor a telephone number',
        why: NOT_FOUND,
      },
    has('phone') && {
      code: 'phone-form',
      broken: `u.phone !~ '^[1-9][0-9]{1,14}$'`,
      what: 'has a telephone number in another form than digits with the country first',
      why: NOT_FOUND,
    },
    has('is_anonymous') &&
      has('email') && {
        code: 'anonymous-named',
        broken: `u.is_anonymous and u.email is not null`,
        what: 'is anonymous and has an e-mail address',
        why: 'policies take the user for somebody who has not signed up',
      },
  ]
}

function identityRules(has: Has, own: string, user: Has): readonly (SignInRule | false)[] {
  if (!has('user_id') || !has('provider')) return []
  const mine = `from auth.identities i where i.user_id = u.id`
  const named = has('provider_id') ? 'and i.provider_id = u.id::text' : ''
  const by = user('email') ? `case when u.email is null then 'phone' else 'email' end` : `'email'`
  return [
    user('is_anonymous') && {
      code: 'anonymous-identity',
      broken: `u.is_anonymous and exists (select ${mine})`,
      what: 'is anonymous and has an identity',
      why: 'signing up, which links the first one, fails',
    },
    user('is_sso_user') && {
      code: 'sso-identity',
      broken: `u.is_sso_user and not exists (select ${mine} and i.provider like 'sso:%')`,
      what: 'comes by single sign-on and has no identity of it',
      why: 'the next sign-in makes another user',
    },
    {
      code: 'no-identity',
      broken: `${own} and not exists (select ${mine} and i.provider = ${by} ${named})`,
      what: `has no e-mail identity (or of the telephone, without an address)${has('provider_id') ? ' with its own id as provider_id' : ''}`,
      why: 'changing or linking the address fails later',
    },
    ...(['created_at', 'updated_at'] as const).filter(has).map((name) => ({
      code: `identity-${name.replaceAll('_', '-')}`,
      broken: `exists (select ${mine} and i.${name} is null)`,
      what: `has an identity with NULL in ${name}`,
      why: FAILS,
    })),
  ]
}
