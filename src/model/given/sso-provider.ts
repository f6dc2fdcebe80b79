/** The id of the identity provider that users of single sign-on come from. */
export const SSO_PROVIDER = '5e5d0000-0000-4000-8000-000000000050'
