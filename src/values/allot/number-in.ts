/** A number that may have come as a text or a bigint, as from a database; anything else as it is. */
export function numberIn(said: unknown): unknown {
  if (typeof said === 'bigint') return Number(said)
  return typeof said === 'string' && /^[+-]?\d+(\.\d+)?$/.test(said) ? Number(said) : said
}
