/**
 * Entries with gaps, filled in every way: `It took {n} weeks.` with three entries for `n` becomes three sentences. What a list holds is
 * complete, so it can be drawn from with one draw.
 */
export function expand(
  entries: readonly string[],
  lists: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.freeze(entries.flatMap((entry) => filled(entry, lists)))
}

function filled(entry: string, lists: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const gap = /\{([A-Za-z0-9]+)\}/.exec(entry)
  if (gap === null) return [entry]
  const [whole, name = ''] = gap
  const list = lists[name]
  if (list === undefined) throw new Error(`"${entry}": no list ${name}`)
  return list.flatMap((word) => filled(entry.replace(whole, word), lists))
}
