/** A member, or one of the front matter or the JSON of an asset. */
export function memberOf(one: unknown, name: string): unknown {
  if (typeof one !== 'object' || one === null) return undefined
  const own = (one as Record<string, unknown>)[name]
  if (own !== undefined) return own
  for (const part of ['frontmatter', 'json', 'csv'] as const) {
    const inner = (one as Record<string, unknown>)[part]
    if (typeof inner === 'object' && inner !== null) {
      const said = (inner as Record<string, unknown>)[name]
      if (said !== undefined) return said
    }
  }
  return undefined
}
