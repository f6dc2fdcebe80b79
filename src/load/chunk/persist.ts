import { DatabaseError } from '../../model/database.ts'
import { ATTEMPTS, pause } from './attempts.ts'
import { errorKind } from './error-kind.ts'

// transaction_resolution_unknown: lost between COMMIT and its answer
const UNKNOWN = '08007'

/**
 * Does work that is whole or absent, once more while somebody is in the way or the connection is lost. Not when it was lost at COMMIT: nobody
 * knows then whether it is there. `causeOf` finds the error of the database in one that wraps it.
 */
export async function persist<Result>(
  work: () => Promise<Result>,
  causeOf: (error: unknown) => unknown = (error) => error,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const cause = causeOf(error)
      const unknown = cause instanceof DatabaseError && cause.code === UNKNOWN
      if (errorKind(cause) === 'refused' || unknown || attempt === ATTEMPTS) throw error
      await pause(attempt)
    }
  }
}
