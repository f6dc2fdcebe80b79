import { isPart, layParts } from './lay-parts.ts'

/**
 * `customizations` is laid over the rest of the configuration that it stands in, part by part: `{ users: { count: 50 } }` changes nothing of users but their
 * number. Anything but an object is left for the schema to refuse.
 */
export function layCustomizations(input: unknown): unknown {
  if (!isPart(input) || !isPart(input.customizations)) return input
  const { customizations, ...rest } = input
  return layCustomizations(layParts(rest, customizations))
}
