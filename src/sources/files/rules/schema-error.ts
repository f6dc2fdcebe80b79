/** A JSON Schema that cannot be used. */
export class SchemaError extends Error {
  readonly expected: string
  readonly found: string

  constructor(message: string, expected: string, found: string) {
    super(message)
    this.name = 'SchemaError'
    this.expected = expected
    this.found = found
  }
}
