import { z } from 'zod'
import { configSchema } from './schema.ts'

/** Parts of the metadata that are for the command line only. */
const OURS = ['group', 'flag', 'argument', 'repeat', 'env', 'otherwise']

/** The configuration as JSON Schema (draft 2020-12), for editors: what JSON cannot say (dates, bytes) is never met. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      for (const key of OURS) delete jsonSchema[key]
      if (['date', 'bigint', 'custom'].includes(zodSchema._zod.def.type)) jsonSchema.not = {}
    },
  })
  return { ...schema, title: 'supa-seed configuration' }
}
