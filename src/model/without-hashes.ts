/** Hashes of passwords as Supabase Auth keeps them, cut short or not. */
const HASH = /(\$2[abxy]?\$\d\d\$|\$argon2(?:id?|d)\$|\$fbscrypt\$)[^\s"'`,;()<>[\]{}]+/g

/** A text with no hash of a password in it: databases and their triggers tell of rows as they are. */
export const withoutHashes = (text: string): string => text.replace(HASH, '$1***')
