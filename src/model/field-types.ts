/** What a field of the user's content may be said to be; each may end in `[]` for a list of them. */
export const FIELD_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'email',
  'url',
  'uuid',
  'object',
  'array',
  'any',
] as const

export type FieldType = (typeof FIELD_TYPES)[number]
