/** The label that a text stands for: itself, else the only one that is the same but for case, spaces, hyphens and underscores; null for none. */
export function labelOf(text: string, labels: readonly string[]): string | null {
  if (labels.includes(text)) return text
  const same = labels.filter((label) => fold(label) === fold(text))
  return same.length === 1 ? (same[0] as string) : null
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')
