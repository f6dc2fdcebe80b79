/** The ref of the project whose direct host this is; null for other hosts. */
export function directRef(host: string): string | null {
  return /^db\.([a-z0-9]+)\.supabase\.(?:co|com|net|red)$/i.exec(host)?.[1] ?? null
}

/** Where a project is spoken to over IPv4, a session to each client. `number`: which of a region's clusters. */
export function sessionPoolerUrl(ref: string, region: string, password: string, number = '0'): string {
  return `postgresql://postgres.${ref}:${password}@aws-${number}-${region}.pooler.supabase.com:5432/postgres`
}
