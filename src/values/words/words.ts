/** A list from text: entries are separated by white space. Frozen. */
export function words(text: string): readonly string[] {
  return Object.freeze(text.trim().split(/\s+/))
}
