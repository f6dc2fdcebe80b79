import { z } from 'zod'

/** Schemas that a function meets: zod's own kind for them says nothing of it. */
const callables = new WeakSet<z.ZodType>()

/** A function of the user's own, where the configuration is a program; JSON has none. */
export function callable<Callable extends (...given: never[]) => unknown>(): z.ZodType<Callable, Callable> {
  const schema = z.custom<Callable>((value) => typeof value === 'function', 'a function')
  callables.add(schema)
  return schema
}

export const isCallable = (schema: z.ZodType): boolean => callables.has(schema)
