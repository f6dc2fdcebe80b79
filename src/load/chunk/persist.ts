import { ATTEMPTS, pause } from './attempts.ts'
import { errorKind } from './error-kind.ts'

/**
 * Does work that may be done twice, once more while somebody is in the way or the connection is lost (at COMMIT, too: then nobody knows whether it is
 * there). `causeOf` finds the error of the database in one that wraps it.
 */
export async function persist<Result>(
  work: () => Promise<Result>,
  causeOf: (error: unknown) => unknown = (error) => error,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (errorKind(causeOf(error)) === 'refused' || attempt === ATTEMPTS) throw error
      await pause(attempt)
    }
  }
}
