import type { Value } from '../../../model/value.ts'

const LINE = /^([A-Za-z_][\w-]*):(?: +(.*?))? *$/
const ITEM = /^( *)- +(.*?) *$/
/** Where the parser is needed: tabs, letters that are no print, what begins a comment or a mapping inside. */
const ODD = /[^\P{Cc}\n]|[\u2028\u2029\ufeff]|\p{Cs}/u
const INSIDE = /: |:$| #/
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/
const FLOW_ITEM = /^[\w./+@][\w./+@ -]*$/
const WORD = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$/
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/
const ODD_NUMBER = /^(?:0[ox]|[-+]?\.(?:inf|nan))/i

/** Characters; what is longer is looked at closely. */
const LONGEST = 64 * 1024

/** Not to be told by this alone. */
const OTHER = Symbol('other')

/**
 * What most front matter is, some ten times as fast as a parser: lines of `key: value` with texts, numbers, lists of them, and quotes without escapes. Gives exactly
 * what YAML 1.2 (core) gives, and null where that takes more than a look at the line.
 */
export function parsePlainYaml(text: string): Record<string, Value> | null {
  if (text.length > LONGEST || ODD.test(text)) return null
  const object: Record<string, Value> = Object.create(null)
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++] as string
    if (line === '') continue
    const found = LINE.exec(line)
    const key = found?.[1]
    if (found === null || key === undefined || key === '__proto__' || WORD.test(key) || key in object) return null
    const written = found[2] ?? ''
    if (written !== '') {
      const value = fieldValue(written)
      if (value === OTHER) return null
      object[key] = value
      continue
    }
    const items: Value[] = []
    let indent: string | null = null
    for (; at < lines.length; at++) {
      const item = ITEM.exec(lines[at] as string)
      if (item === null) break
      indent ??= item[1] as string
      const value = scalar(item[2] as string)
      if (value === OTHER || item[1] !== indent) return null
      items.push(value)
    }
    object[key] = indent === null ? null : items
  }
  return object
}

function fieldValue(written: string): Value | typeof OTHER {
  if (!written.startsWith('[')) return scalar(written)
  if (!written.endsWith(']')) return OTHER
  const inside = written.slice(1, -1).trim()
  if (inside === '') return []
  const items: Value[] = []
  for (const part of inside.split(',')) {
    const item = part.trim()
    const value = FLOW_ITEM.test(item) ? scalar(item) : OTHER
    if (value === OTHER) return OTHER
    items.push(value)
  }
  return items
}

function scalar(written: string): Value | typeof OTHER {
  const sign = written[0]
  if (sign === '"' || sign === "'") {
    const inside = written.slice(1, -1)
    const plain = written.length > 1 && written.endsWith(sign) && !inside.includes(sign)
    return plain && !(sign === '"' && inside.includes('\\')) ? inside : OTHER
  }
  if (NUMBER.test(written)) return Number.isFinite(Number(written)) ? Number(written) : OTHER
  if (ODD_NUMBER.test(written)) return OTHER
  if (WORD.test(written)) return /^[tT]/.test(written) ? true : /^[fF]/.test(written) ? false : null
  return INDICATOR.test(written) || INSIDE.test(written) || written === '' ? OTHER : written
}
