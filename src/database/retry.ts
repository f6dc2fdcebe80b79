import { setTimeout as wait } from 'node:timers/promises'
import { isRetryable } from './is-retryable.ts'

export interface RetryOptions {
  /** How often the work is tried at most, the first time included; default 5. */
  readonly attempts?: number
  /** Milliseconds before the second attempt, doubled for each further one; default 100. */
  readonly delay?: number
  /** Milliseconds that a delay never exceeds; default 5,000. */
  readonly longestDelay?: number
  /** Told before each wait. */
  readonly onRetry?: (error: unknown, nextAttempt: number) => void
}

/**
 * Runs `work` until it succeeds, fails for good, or has been tried often enough; then the last error is thrown.
 * Waits grow exponentially and are never random: a run can be repeated.
 */
export async function withRetry<Result>(
  work: (attempt: number) => Promise<Result>,
  options: RetryOptions = {},
): Promise<Result> {
  const { attempts = 5, delay = 100, longestDelay = 5_000, onRetry } = options
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt)
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error
      onRetry?.(error, attempt + 1)
      await wait(Math.min(delay * 2 ** (attempt - 1), longestDelay))
    }
  }
}
