/** How many rows there are, and one of them. */
export const broken = (what: string, from: string): string =>
  `select count(*)::float8 as n, min(${what}::text) as example from ${from}`
