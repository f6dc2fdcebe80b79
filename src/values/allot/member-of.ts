/** A member, or one of the front matter or the JSON of an asset; `author.id` where no member is called so. */
export function memberOf(one: unknown, name: string): unknown {
  if (typeof one !== 'object' || one === null) return undefined
  const said = plainMember(one, name)
  if (said !== undefined || !name.includes('.')) return said
  const [first = '', ...rest] = name.split('.')
  return memberOf(ownOf(one, first), rest.join('.'))
}

function plainMember(one: object, name: string): unknown {
  const own = ownOf(one, name)
  if (own !== undefined) return own
  for (const part of ['frontmatter', 'json', 'csv'] as const) {
    const inner = ownOf(one, part)
    if (typeof inner !== 'object' || inner === null) continue
    const said = ownOf(inner, name)
    if (said !== undefined) return said
  }
  return undefined
}

/** Of a class or a shape too, but nothing that every object has. */
function ownOf(one: object, name: string): unknown {
  if (!(name in Object.prototype)) return (one as Record<string, unknown>)[name]
  for (let holder: object | null = one; holder !== null; holder = Object.getPrototypeOf(holder)) {
    if (!Object.hasOwn(holder, name)) continue
    const said = holder === Object.prototype ? undefined : (one as Record<string, unknown>)[name]
    return typeof said === 'function' ? undefined : said
  }
  return undefined
}
