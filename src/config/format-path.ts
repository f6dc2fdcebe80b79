/** A place inside the configuration as JavaScript would spell it: `tables.posts.count`, `tables["crm.orders"]`, `only[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`
      const key = String(part)
      if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return `[${JSON.stringify(key)}]`
      return at === 0 ? key : `.${key}`
    })
    .join('')
}
