/**
 * The extensions that Supabase projects commonly create and PGlite can: so that `create extension` in a migration works.
 * Only those that are created cost more than unpacking a small archive.
 */
export async function extensions(): Promise<Record<string, unknown>> {
  const [
    pgcrypto,
    uuid,
    citext,
    trigram,
    hstore,
    ltree,
    unaccent,
    gist,
    gin,
    fuzzy,
    cube,
    intarray,
    tablefunc,
    moddatetime,
    isn,
    seg,
    earthdistance,
    vector,
  ] = await Promise.all([
    import('@electric-sql/pglite/contrib/pgcrypto'),
    import('@electric-sql/pglite/contrib/uuid_ossp'),
    import('@electric-sql/pglite/contrib/citext'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/hstore'),
    import('@electric-sql/pglite/contrib/ltree'),
    import('@electric-sql/pglite/contrib/unaccent'),
    import('@electric-sql/pglite/contrib/btree_gist'),
    import('@electric-sql/pglite/contrib/btree_gin'),
    import('@electric-sql/pglite/contrib/fuzzystrmatch'),
    import('@electric-sql/pglite/contrib/cube'),
    import('@electric-sql/pglite/contrib/intarray'),
    import('@electric-sql/pglite/contrib/tablefunc'),
    import('@electric-sql/pglite/contrib/moddatetime'),
    import('@electric-sql/pglite/contrib/isn'),
    import('@electric-sql/pglite/contrib/seg'),
    import('@electric-sql/pglite/contrib/earthdistance'),
    installed('@electric-sql/pglite-pgvector'),
  ])
  return {
    ...pgcrypto,
    ...uuid,
    ...citext,
    ...trigram,
    ...hstore,
    ...ltree,
    ...unaccent,
    ...gist,
    ...gin,
    ...fuzzy,
    ...cube,
    ...intarray,
    ...tablefunc,
    ...moddatetime,
    ...isn,
    ...seg,
    ...earthdistance,
    ...vector,
  }
}

/** A package that supa-seed does not bring along, where the project has it. */
async function installed(name: string): Promise<Record<string, unknown>> {
  try {
    return await import(name)
  } catch {
    return {}
  }
}
