/** The ref of the project whose direct host this is; null for other hosts. */
export function directRef(host: string): string | null {
  return /^db\.([a-z0-9]+)\.supabase\.(?:co|com|net|red)\.?$/i.exec(host)?.[1]?.toLowerCase() ?? null
}

/** The ref of the project that a host and a user of it mean, directly or behind a pooler; null elsewhere. */
export function projectRef(host: string, user: string): string | null {
  return isPooler(host) ? (/\.([a-z0-9]+)$/i.exec(user)?.[1]?.toLowerCase() ?? null) : directRef(host)
}

/** A host and nothing else: what is made of it is sent a password. */
const isPooler = (host: string): boolean => /^[a-z0-9.-]+\.pooler\.supabase\.(?:co|com|net|red)\.?$/i.test(host)

/** Poolers also take the ref in the `options` of a connection, for drivers whose user cannot hold it: then as part of the user. */
export function pooledUser({
  host,
  user,
  options = '',
}: {
  host: string
  user: string
  options?: string | undefined
}): string {
  const ref = /(?:^|[\s;])(?:-c\s*)?reference=([a-z0-9]+)/i.exec(options)?.[1]
  return ref === undefined || !isPooler(host) || projectRef(host, user) !== null ? user : `${user}.${ref}`
}

/** Where a project is spoken to over IPv4, a session to each client. `cluster`: `aws-0-eu-west-1`. */
export function sessionPoolerUrl(ref: string, cluster: string, password: string): string {
  return `postgresql://postgres.${ref}:${password}@${cluster}.pooler.supabase.com:5432/postgres`
}

/** The database's own host, which has an IPv6 address only. */
export const directUrl = (ref: string, password: string): string =>
  `postgresql://postgres:${password}@db.${ref}.supabase.co:5432/postgres`
