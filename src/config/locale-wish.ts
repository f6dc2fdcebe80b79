import type { Portion } from '../model/config.ts'

/** What was said of languages as shares that come to 1, by code: `de`, `pt_BR`. Null: nothing was said. */
export function localeWish(
  said: string | readonly string[] | Readonly<Record<string, number>> | undefined,
): readonly Portion[] | null {
  if (said === undefined) return null
  const weights =
    typeof said === 'string'
      ? [[said, 1] as const]
      : Array.isArray(said)
        ? said.map((tag) => [tag, 1])
        : Object.entries(said)
  const byCode = new Map<string, number>()
  for (const [tag, weight] of weights as readonly (readonly [string, number])[])
    byCode.set(codeOf(tag), (byCode.get(codeOf(tag)) ?? 0) + weight)
  const total = [...byCode.values()].reduce((sum, weight) => sum + weight, 0)
  return [...byCode].map(([name, weight]) => ({ name, amount: weight / total }))
}

/** `de-AT` → `de_AT`. */
const codeOf = (tag: string): string => tag.replaceAll('-', '_')
