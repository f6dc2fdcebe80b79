import { MappingError } from '../mapping-error.ts'
import { type MappingFunction, textArgument } from './mapping-function.ts'

/** Functions of the files themselves. */
export const files: Readonly<Record<string, MappingFunction>> = {
  public_url: {
    parameters: ['bucket?', 'object?'],
    gives: 'the address of the file (or of another object) in a public bucket, at the API of the project',
    apply: ([bucket, object], { file, outside }) => {
      const holder = textArgument(bucket) ?? file?.bucket ?? null
      const name = object === undefined ? (file?.object ?? file?.path ?? null) : textArgument(object)
      if (name === null || name === '') return null
      if (holder === null)
        throw new MappingError({
          message: 'It is not known in which bucket the file is.',
          expected: 'the name of a bucket',
          found: 'none',
          next: "Write public_url('gear-images').",
        })
      return `${apiOf(outside)}/storage/v1/object/public/${[holder, ...name.split('/')].map(encodeURIComponent).join('/')}`
    },
  },
}

function apiOf(outside: { readonly apiUrl: () => string | null } | null): string {
  const url = outside?.apiUrl() ?? null
  if (url !== null) return url
  throw new MappingError({
    message: 'It is not known where the API of the project answers.',
    expected: 'SUPABASE_URL, or a supabase/config.toml',
    found: 'neither',
    next: "Set SUPABASE_URL, or write concat('https://…/storage/v1/object/public/', file.bucket, '/', file.object).",
  })
}
