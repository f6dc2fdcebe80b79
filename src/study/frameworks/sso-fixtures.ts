import type { UsersWish } from '../../model/config.ts'
import { SSO_PROVIDER } from '../../model/given/sso-provider.ts'
import type { FixtureRows } from '../../model/study.ts'

/** The identity provider that users of single sign-on come from, and the domain of its company. */
export const ssoFixtures = (users: UsersWish | null): FixtureRows =>
  users === null || users.sso === null
    ? {}
    : {
        'auth.sso_providers': { 'sso-provider': { id: SSO_PROVIDER } },
        'auth.sso_domains': { 'sso-domain': { sso_provider_id: { $ref: 'sso-provider' }, domain: users.sso.domain } },
      }
