type Part = Readonly<Record<string, unknown>>

/** Lays one value over another, part by part down to `depth`; what is no object there goes whole. */
export function layParts(below: unknown, above: unknown, depth = Number.POSITIVE_INFINITY): unknown {
  if (depth === 0 || !isPart(below) || !isPart(above)) return above
  const laid: Record<string, unknown> = Object.assign(Object.create(null), below)
  for (const [name, value] of Object.entries(above))
    laid[name] = layParts(Object.hasOwn(laid, name) ? laid[name] : undefined, value, depth - 1)
  return laid
}

/** An object that has parts of its own. */
export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array)
