const FIRST = new Set(['id', 'instance_id', 'aud', 'email', 'encrypted_password', 'raw_user_meta_data'])

/**
 * Does a column of `auth.users` have its value in the INSERT of the Auth admin API, where triggers see it? The others follow in updates of the same
 * transaction (role, app metadata, confirmation, ban), or are the moment of the request.
 */
export const isFirstWritten = (column: string): boolean => FIRST.has(column)
