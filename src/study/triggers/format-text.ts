import { quote } from '../../model/name.ts'
import { UNKNOWN_PART, type Value } from './value.ts'

/** What `format(template, …)` gives, as far as the arguments are known (manual, 9.4.1). */
export function formatText(args: readonly (Value | null)[]): Value | null {
  const [template, ...others] = args
  if (template?.kind !== 'text') return null
  let complete = template.whole
  let next = 0
  const text = template.text.replace(
    /%(?:(\d+)\$)?(?:-?(?:\d+|\*))?([sIL%])/g,
    (_, position: string | undefined, kind: string) => {
      if (kind === '%') return '%'
      const index = position === undefined ? next : Number(position) - 1
      next = index + 1
      const value = others[index] ?? null
      const known = value?.kind === 'text' && value.whole
      if (!known) complete = false
      return spell(known ? value.text : UNKNOWN_PART, kind)
    },
  )
  return { kind: 'text', text, whole: complete }
}

function spell(value: string, kind: string): string {
  if (kind === 'I') return value === UNKNOWN_PART ? value : quote(value)
  return kind === 'L' ? `'${value.replaceAll("'", "''")}'` : value
}
