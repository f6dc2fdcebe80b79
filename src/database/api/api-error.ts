/** An answer of an API that is not what was asked for, or none. Decide by `code`, for messages may be reworded. */
export class ApiError extends Error {
  /** HTTP status, or the one that the body names (Storage answers 400 and says 409 inside); 0 without an answer. */
  readonly status: number
  /** `email_exists`, `Duplicate`, `InvalidMimeType`; of the connection: `ECONNREFUSED`, `timeout`. */
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
  }
}
