type Part = Readonly<Record<string, unknown>>

/**
 * `customizations` is laid over the rest of the configuration that it stands in, part by part: `{ users: { count: 50 } }` changes nothing of users but their
 * number. Anything but an object is left for the schema to refuse.
 */
export function layCustomizations(input: unknown): unknown {
  if (!isPart(input) || !isPart(input.customizations)) return input
  const { customizations, ...rest } = input
  return layCustomizations(laidOver(rest, customizations))
}

function laidOver(below: Part, above: Part): Part {
  const laid: Record<string, unknown> = Object.assign(Object.create(null), below)
  for (const [name, value] of Object.entries(above)) {
    const known = Object.hasOwn(laid, name) ? laid[name] : undefined
    laid[name] = isPart(known) && isPart(value) ? laidOver(known, value) : value
  }
  return laid
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array)
