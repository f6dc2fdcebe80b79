import { type Flags, settingFlags } from './flags.ts'
import { formatPath } from './format-path.ts'
import type { Layer } from './layer.ts'
import { readWord, splitNames } from './read-words.ts'

/** The command line as a layer. `--rows orders=1000` speaks of one table, `--rows 1000` of all that are not named. */
export function flagLayer(flags: Flags): Layer {
  const input: Record<string, unknown> = {}
  const names: Record<string, string> = {}
  for (const { path, key, read, flag } of settingFlags()) {
    const said = flags[key]
    if (said === undefined || key === 'rows') continue
    set(
      input,
      path,
      Array.isArray(said)
        ? (said as string[]).flatMap(splitNames)
        : said === true
          ? true
          : readWord(read, said as string),
    )
    names[formatPath(path)] = flag
  }
  return { kind: 'flags', name: 'command line', input: readRows(flags.rows ?? [], input, names), names }
}

function readRows(
  rows: readonly string[],
  input: Record<string, unknown>,
  names: Record<string, string>,
): Record<string, unknown> {
  const tables: Record<string, unknown> = Object.create(null)
  let all: unknown
  for (const text of rows) {
    const at = text.lastIndexOf('=')
    const number = readWord('number', text.slice(at + 1))
    if (at === -1) all = number
    else tables[text.slice(0, at).trim()] = { count: number }
    names[at === -1 ? 'rows' : formatPath(['tables', text.slice(0, at).trim()])] = '--rows'
  }
  return {
    ...input,
    ...(all === undefined ? {} : { rows: all }),
    ...(Object.keys(tables).length === 0 ? {} : { tables }),
  }
}

function set(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) input[first] = value
  else {
    const inner = (input[first] ?? {}) as Record<string, unknown>
    input[first] = inner
    set(inner, rest, value)
  }
}
